"""Off the straight road, alike in every room: suspend, resume, void."""

from dataclasses import dataclass
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from bureau.matters.deadlines import duties
from bureau.matters.flow import Flow, Step
from bureau.matters.parts import pleas
from bureau.matters.policy import require


class TurningSteps(NamedTuple):
    suspend: Step
    resume: Step
    void: Step


def turning_steps(room: str, running: str, suspended: str, void: str, voidable: tuple) -> TurningSteps:
    """The three steps, keyed for the room; `voidable`: the states from which it may be voided."""
    suspend = Step(
        f"{room}.suspend",
        "中止",
        frm=(running,),
        to=suspended,
        sentence="{actor} 中止办理：{reason}",
        asks=("reason",),
        hint="中止期间时限停止计算，恢复时按停止的工作日顺延。",
        tells=True,
    )
    resume = Step(
        f"{room}.resume",
        "恢复办理",
        frm=(suspended,),
        to=running,
        sentence="{actor} 恢复办理，时限顺延至{due}。{remark}",
        asks=("remark_optional",),
        tone="primary",
        tells=True,
    )
    void_it = Step(
        f"{room}.void",
        "作废",
        frm=voidable,
        to=void,
        sentence="{actor} 作废：{reason}",
        asks=("reason",),
        tone="danger",
        hint="作废后不能恢复；已有的编号保留，注明作废。",
        tells=True,
    )
    return TurningSteps(suspend, resume, void_it)


@dataclass(frozen=True)
class Turning:
    """The verbs of a room whose steps these are."""

    flow: Flow
    steps: TurningSteps

    @transaction.atomic
    def suspend(self, person, record, reason):
        """中止: no clock runs until it is resumed."""
        require(person, self.steps.suspend, record)
        duties.stop(record.matter, timezone.now())
        return self.flow.take(self.steps.suspend, record, person, reason=reason)

    @transaction.atomic
    def resume(self, person, record, remark=""):
        """恢复办理: the due times move on by the working time that the clock stood still."""
        require(person, self.steps.resume, record)
        matter = record.matter
        duties.resume(matter, timezone.now())
        due = f"{timezone.localdate(matter.due_at):%Y-%m-%d}" if matter.due_at else ""
        return self.flow.take(self.steps.resume, record, person, due=due, remark=remark)

    @transaction.atomic
    def void(self, person, record, reason):
        """作废: nothing is owed any more; the number stays, marked void."""
        require(person, self.steps.void, record)
        matter, now = record.matter, timezone.now()
        pleas.end(pleas.waiting(matter), person, now, "事项已作废，不再审批。")
        duties.drop(matter, at=now)
        return self.flow.take(self.steps.void, record, person, reason=reason)
