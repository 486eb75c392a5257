"""办结报告: the lead's report on the whole matter and the bureau's verdict on it, alike in every room.

A room says where it runs and where reports are reviewed; steps, rules and verbs follow from that.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.utils import timezone

from bureau.files.store import Kept
from bureau.matters import asks
from bureau.matters.deadlines import dues, duties
from bureau.matters.flow import Flow, Record, Step, move, move_all
from bureau.matters.known import the_lead
from bureau.matters.models import Assignment, Entry, Reply
from bureau.matters.parts import pleas, taken_back
from bureau.matters.parts.attaching import attach
from bureau.matters.parts.recused import release_recused
from bureau.matters.parts.result_rules import (
    countersigns,
    drafts,
    four_eyes_review,
    of_lead,
    reports,
    takes_back,
    the_report,
)
from bureau.matters.parts.states import PLANNED, RELEASED
from bureau.matters.parts.steps import ACCEPT, CLOSED, COUNTERSIGN, SEND_BACK, TAKE_BACK
from bureau.matters.policy import Rule, always, desk, every, takes
from bureau.matters.rooms import keep_measured, measured_words
from bureau.org.actor import Actor
from bureau.org.posts import Post


class ResultSteps(NamedTuple):
    draft: Step
    report: Step
    countersign: Step
    send_back: Step
    take_back: Step


def result_steps(room: str, running: str, reviewing: str, also: Rule = always) -> ResultSteps:
    """The five steps between `running` and `reviewing`, keyed for the room. `also`: the room's own rule before ours."""
    draft = Step(
        f"{room}.draft_report",
        "送负责人审签",
        frm=(running,),
        to=None,
        rule=every(also, of_lead, drafts),
        initial=taken_back.result,
        sentence="{actor} 起草办结报告，待单位负责人审签",
        asks=(asks.REPORT, asks.FILES),
        audience="unit",
        tone="primary",
        hint="本单位的办结报告由负责人审签后报送督查局。",
        does=(dues.REPORT,),
        measured=dues.FINAL,
    )
    report = Step(
        f"{room}.report",
        "报送办结报告",
        frm=(running,),
        to=reviewing,
        rule=every(also, of_lead, reports),
        initial=taken_back.result,
        sentence="{actor} 报送办结报告，申请销号：{measured}{text}",
        asks=(asks.REPORT, asks.FILES),
        audience="unit",
        hint="写明办理结果、依据和成效。报送后由督查局审核：通过即销号，不通过退回重办。",
        does=(dues.REPORT,),
        measured=dues.FINAL,
    )
    countersign = Step(
        f"{room}.countersign_report",
        "审签并报送办结报告",
        frm=(running,),
        to=reviewing,
        rule=every(also, countersigns),
        sentence="{actor} 审签并报送办结报告，申请销号：{measured}{text}",
        audience="unit",
        tone="primary",
        within=(dues.COUNTERSIGN,),
    )
    send_back = Step(
        f"{room}.return",
        "退回重办",
        frm=(reviewing,),
        to=running,
        rule=every(also, desk, four_eyes_review),
        sentence="{actor} 退回重办：{reason}",
        asks=(asks.REASON,),
        tone="danger",
        hint="写明哪里没有办到位、需要补办什么。原时限不变。",
        within=(dues.REVIEW,),
    )
    take_back = Step(
        f"{room}.take_back_report",
        "撤回办结报告",
        frm=(reviewing,),
        to=running,
        rule=every(also, takes_back),
        sentence="{actor} 撤回办结报告",
        audience="unit",
        hint="还没有审核，可以撤回修改后再报送。撤回后恢复为没有报送，原时限不变；动态里的记录保留。",
        takes_back=(report, countersign),
    )
    return ResultSteps(draft, report, countersign, send_back, take_back)


class ResultVerbs(NamedTuple):
    draft: Callable
    report: Callable
    countersign: Callable
    send_back: Callable
    take_back: Callable


def result_verbs(flow: Flow, steps: ResultSteps) -> ResultVerbs:
    """The verbs of a room whose flow and steps these are."""

    @takes(steps.draft)
    def draft(actor: Actor, record: Record, text: str, files: Sequence[Kept] = (), **measured: Any) -> Entry:
        """The liaison's draft, for the unit's head to countersign."""
        part, now = the_lead(record.matter), timezone.now()
        answer = write(actor, part, text, now, Reply.State.DRAFTED, measured)
        duties.owe(record.matter, dues.COUNTERSIGN, at=now, unit=part.unit, post=Post.HEAD, assignment=part)
        entry = flow.take(steps.draft, record, actor, assignment=part)
        attach(entry, files, reply=answer)
        return entry

    @takes(steps.report)
    def report(actor: Actor, record: Record, text: str, files: Sequence[Kept] = (), **measured: Any) -> Entry:
        """报送办结报告: only the lead; the officer reviews. `measured`: what the room asks besides."""
        part, now = the_lead(record.matter), timezone.now()
        answer = write(actor, part, text, now, Reply.State.SENT, measured)
        entry = hand_in(flow, steps.report, actor, record, answer, now)
        attach(entry, files, reply=answer)
        return entry

    @takes(steps.countersign)
    def countersign(actor: Actor, record: Record) -> Entry:
        """审签并报送: the head sends what the liaison drafted."""
        part, answer, now = the_lead(record.matter), the_report(record), timezone.now()
        move(COUNTERSIGN, answer, countersigned_by=actor.principal, sent_at=now)
        duties.done(record.matter, dues.COUNTERSIGN, at=now, assignment=part)
        return hand_in(flow, steps.countersign, actor, record, answer, now)

    @takes(steps.send_back)
    def send_back(actor: Actor, record: Record, reason: str) -> Entry:
        """退回重办: the lead owes the result again, by the same date."""
        part, now = the_lead(record.matter), timezone.now()
        move(SEND_BACK, the_report(record), judged_by=actor.principal, judged_at=now, remark=reason)
        duties.done(record.matter, dues.REVIEW, at=now)
        duties.owe_again(record.matter, dues.REPORT, part, at=now)
        cover = {"finished_at": None}
        entry = flow.take(steps.send_back, record, actor, assignment=part, cover_changes=cover, reason=reason)
        release_recused(record.matter)  # whom a line of superiors has come to name meanwhile
        return entry

    @takes(steps.take_back)
    def take_back(actor: Actor, record: Record) -> Entry:
        """撤回: the lead owes the result again, by its date, and nobody reviews it."""
        part, answer, now = the_lead(record.matter), the_report(record), timezone.now()
        sent_at = answer.sent_at or now
        move(TAKE_BACK, answer, sent_at=None, countersigned_by=None)
        duties.drop(record.matter, now, dues.REVIEW)
        duties.reopen(record.matter, sent_at, *dues.answered_by(dues.FINAL), dues.REPORT, assignment=part)
        cover = {"finished_at": None}
        return flow.take(steps.take_back, record, actor, assignment=part, cover_changes=cover)

    return ResultVerbs(draft, report, countersign, send_back, take_back)


def write(actor: Actor, part: Assignment, text: str, now: datetime, state: str, measured: dict) -> Reply:
    """The report, with what its room asked for besides. Raises Barred."""
    sent_at = now if state == Reply.State.SENT else None
    answer = Reply.objects.create(
        assignment=part,
        author=actor.principal,
        kind=Reply.Kind.FINAL,
        text=text,
        at=now,
        state=state,
        sent_at=sent_at,
    )
    keep_measured(answer, measured)
    return answer


def hand_in(flow: Flow, step: Step, actor: Actor, record: Record, answer: Reply, now: datetime) -> Entry:
    """What the lead owed is done; the officer owes a review. Returns the Entry."""
    matter, part, cover = record.matter, answer.assignment, {"finished_at": now}
    told: dict[str, Any] = {
        "measured": measured_words(matter, [answer]).get(answer.pk, ""),
        "text": answer.text,
    }
    duties.done(matter, *dues.answered_by(dues.FINAL), dues.REPORT, at=now, assignment=part)
    duties.owe(matter, dues.REVIEW, at=now, person=matter.officer)
    return flow.take(step, record, actor, at=now, assignment=part, cover_changes=cover, **told)


def settle(actor: Actor, record: Record, remark: str, now: datetime) -> None:
    """The report is accepted: every part has ended, and nobody owes anything on the matter any more."""
    matter = record.matter
    move(ACCEPT, the_report(record), judged_by=actor.principal, judged_at=now, remark=remark)
    move_all(CLOSED, list(matter.assignments.exclude(state__in=[PLANNED, RELEASED])))
    pleas.end(pleas.waiting(matter), actor, now, "事项已销号，不再审批。")
    duties.done(matter, dues.REVIEW, at=now)
    duties.drop(matter, at=now)
