"""Off the straight road, alike in every room: suspend, resume, void."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from django.utils import timezone

from bureau.matters import asks
from bureau.matters.deadlines import duties
from bureau.matters.flow import Flow, Record, Step
from bureau.matters.models import Entry
from bureau.matters.parts import pleas
from bureau.matters.policy import director, takes
from bureau.org.actor import Actor


class TurningSteps(NamedTuple):
    suspend: Step
    resume: Step
    void: Step


class TurningVerbs(NamedTuple):
    suspend: Callable
    resume: Callable
    void: Callable


def turning_steps(
    room: str, running: str, suspended: str, void: str, voidable: tuple, voids: Callable, lost: str = ""
) -> TurningSteps:
    """The three steps, keyed for the room; `voidable`: the states from which it may be voided; `voids`: by whom; `lost`: what
    goes with it."""
    suspend = Step(
        f"{room}.suspend",
        "中止",
        frm=(running,),
        to=suspended,
        rule=director,
        sentence="{actor} 中止办理：{reason}",
        asks=(asks.REASON,),
        hint="中止期间时限停止计算，恢复时按停止的工作日顺延。",
        tells=True,
    )
    resume = Step(
        f"{room}.resume",
        "恢复办理",
        frm=(suspended,),
        to=running,
        rule=director,
        sentence="{actor} 恢复办理，{moved}。{remark}",
        asks=(asks.REMARK_IF_ANY,),
        tone="primary",
        tells=True,
    )
    void_it = Step(
        f"{room}.void",
        "作废",
        frm=voidable,
        to=void,
        rule=voids,
        sentence="{actor} 作废：{reason}",
        asks=(asks.REASON,),
        tone="danger",
        hint=f"作废后不能恢复；已有的编号保留，注明作废。{lost}",
        tells=True,
    )
    return TurningSteps(suspend, resume, void_it)


def moved(before: datetime | None, after: datetime | None) -> str:
    """How the due time of a matter came out of standing still."""
    if after is None:
        return "没有统一时限"
    day = f"{timezone.localdate(after):%Y-%m-%d}"
    return f"时限顺延至{day}" if after != before else f"时限仍为{day}"


def turning_verbs(
    flow: Flow, steps: TurningSteps, may_end: Callable[[Any], None] = lambda _record: None
) -> TurningVerbs:
    """The verbs of a room whose flow and steps these are. `may_end` raises Barred where a record cannot be voided yet."""

    @takes(steps.suspend)
    def suspend(actor: Actor, record: Record, reason: str) -> Entry:
        """中止: no clock runs until it is resumed."""
        duties.stop(record.matter, timezone.now())
        return flow.take(steps.suspend, record, actor, reason=reason)

    @takes(steps.resume)
    def resume(actor: Actor, record: Record, remark: str = "") -> Entry:
        """恢复办理: the due times move on by the working time that the clock stood still."""
        matter, before = record.matter, record.matter.due_at
        duties.resume(matter, timezone.now())
        return flow.take(steps.resume, record, actor, moved=moved(before, matter.due_at), remark=remark)

    @takes(steps.void)
    def void(actor: Actor, record: Record, reason: str) -> Entry:
        """作废: nothing is owed any more; the number stays, marked void."""
        may_end(record)
        matter, now = record.matter, timezone.now()
        pleas.end(pleas.waiting(matter), actor, now, "事项已作废，不再审批。")
        duties.drop(matter, at=now)
        return flow.take(steps.void, record, actor, reason=reason)

    return TurningVerbs(suspend, resume, void)
