"""办结报告: the lead's report on the whole matter and the bureau's verdict on it, alike in every room.

A room says where it runs and where reports are reviewed; steps, rules and verbs follow from that.
"""

from dataclasses import dataclass
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from bureau.matters.deadlines import dues, duties
from bureau.matters.flow import Flow, Step, move, move_all
from bureau.matters.models import Reply
from bureau.matters.parts import pleas, steps
from bureau.matters.parts.attaching import attach
from bureau.matters.parts.result_rules import final_reply, lead_part
from bureau.matters.policy import require
from bureau.org.posts import Post


class ResultSteps(NamedTuple):
    draft: Step
    report: Step
    countersign: Step
    send_back: Step


def result_steps(room: str, running: str, reviewing: str) -> ResultSteps:
    """The four steps between `running` and `reviewing`, keyed for the room."""
    draft = Step(
        f"{room}.draft_report",
        "送负责人审签",
        frm=(running,),
        to=None,
        sentence="{actor} 起草办结报告，待单位负责人审签",
        asks=("report", "files"),
        audience="unit",
        tone="primary",
        hint="本单位的办结报告由负责人审签后报送督查局。",
    )
    report = Step(
        f"{room}.report",
        "报送办结报告",
        frm=(running,),
        to=reviewing,
        sentence="{actor} 报送办结报告，申请销号：{text}",
        asks=("report", "files"),
        audience="unit",
        hint="写明办理结果、依据和成效。报送后由督查局审核：通过即销号，不通过退回重办。",
    )
    countersign = Step(
        f"{room}.countersign_report",
        "审签并报送办结报告",
        frm=(running,),
        to=reviewing,
        sentence="{actor} 审签并报送办结报告，申请销号：{text}",
        audience="unit",
        tone="primary",
    )
    send_back = Step(
        f"{room}.return",
        "退回重办",
        frm=(reviewing,),
        to=running,
        sentence="{actor} 退回重办：{reason}",
        asks=("reason",),
        tone="danger",
        hint="写明哪里没有办到位、需要补办什么。原时限不变。",
    )
    return ResultSteps(draft, report, countersign, send_back)


@dataclass(frozen=True)
class Results:
    """The verbs of a room whose steps these are."""

    flow: Flow
    steps: ResultSteps

    @transaction.atomic
    def draft(self, person, record, text, files=()):
        """The liaison's draft, for the unit's head to countersign."""
        require(person, self.steps.draft, record)
        part, now = lead_part(record), timezone.now()
        answer = write(person, part, text, now, Reply.State.DRAFTED)
        duties.owe(record.matter, dues.COUNTERSIGN, at=now, unit=part.unit, post=Post.HEAD, assignment=part)
        entry = self.flow.take(self.steps.draft, record, person, assignment=part)
        attach(entry, files, reply=answer)
        return entry

    @transaction.atomic
    def report(self, person, record, text, files=()):
        """报送办结报告: only the lead; the officer reviews."""
        require(person, self.steps.report, record)
        part, now = lead_part(record), timezone.now()
        answer = write(person, part, text, now, Reply.State.SENT)
        cover = {"finished_at": now}
        entry = self.flow.take(
            self.steps.report, record, person, at=now, assignment=part, cover_changes=cover, text=text
        )
        attach(entry, files, reply=answer)
        hand_in(record.matter, part, now)
        return entry

    @transaction.atomic
    def countersign(self, person, record):
        """审签并报送: the head sends what the liaison drafted."""
        require(person, self.steps.countersign, record)
        part, answer, now = lead_part(record), final_reply(record), timezone.now()
        move(steps.COUNTERSIGN, answer, countersigned_by=person, sent_at=now)
        duties.done(record.matter, dues.COUNTERSIGN, at=now, assignment=part)
        hand_in(record.matter, part, now)
        cover, text = {"finished_at": now}, answer.text
        return self.flow.take(
            self.steps.countersign, record, person, assignment=part, cover_changes=cover, text=text
        )

    @transaction.atomic
    def send_back(self, person, record, reason):
        """退回重办: the lead owes the result again, by the same date."""
        require(person, self.steps.send_back, record)
        part, now = lead_part(record), timezone.now()
        move(steps.SEND_BACK, final_reply(record), judged_by=person, judged_at=now, remark=reason)
        duties.done(record.matter, dues.REVIEW, at=now)
        duties.owe_again(record.matter, dues.REPORT, part, at=now)
        cover = {"finished_at": None}
        return self.flow.take(
            self.steps.send_back, record, person, assignment=part, cover_changes=cover, reason=reason
        )


def write(person, part, text, now, state) -> Reply:
    sent_at = now if state == Reply.State.SENT else None
    return Reply.objects.create(
        assignment=part, author=person, kind=Reply.Kind.FINAL, text=text, at=now, state=state, sent_at=sent_at
    )


def hand_in(matter, part, now) -> None:
    """What the lead owed is done; the officer owes a review."""
    duties.done(matter, *dues.answered_by(dues.FINAL), dues.REPORT, at=now, assignment=part)
    duties.owe(matter, dues.REVIEW, at=now, person=matter.officer)


def settle(person, record, remark: str, now) -> None:
    """The report is accepted: every part has ended, and nobody owes anything on the matter any more."""
    matter = record.matter
    move(steps.ACCEPT, final_reply(record), judged_by=person, judged_at=now, remark=remark)
    move_all(steps.CLOSED, list(matter.assignments.exclude(state__in=[steps.PLANNED, steps.RELEASED])))
    pleas.end(pleas.waiting(matter), person, now, "事项已销号，不再审批。")
    duties.done(matter, dues.REVIEW, at=now)
    duties.drop(matter, at=now)
