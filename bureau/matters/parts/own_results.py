"""督查局自办: the bureau does it itself. Its officer hands the result in, and somebody else verifies it.

A room's record has `self_handled`, `result` and `result_by`; steps, rules and verbs follow from where it runs and is reviewed.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from django.utils import timezone

from bureau.files.store import Kept
from bureau.matters import asks
from bureau.matters.access.behalf import same_hand
from bureau.matters.deadlines import dues, duties
from bureau.matters.flow import Flow, Record, Step
from bureau.matters.models import Entry
from bureau.matters.parts.attaching import attach
from bureau.matters.parts.result_rules import four_eyes_review
from bureau.matters.policy import No, Verdict, Yes, desk, every, lines_of_matter, takes, who_took
from bureau.matters.saying import said
from bureau.org.actor import Actor
from bureau.org.posts import Post


class OwnResult(Record):
    """A record that the bureau may handle itself."""

    self_handled: bool
    result_by_id: int | None


class OwnSteps(NamedTuple):
    report: Step
    take_back: Step
    send_back: Step


class OwnVerbs(NamedTuple):
    report: Callable
    take_back: Callable
    send_back: Callable


@said(only="限督查局自办的")
def self_handled(person: Actor, record: OwnResult) -> Verdict:
    return Yes() if record.self_handled else No("本件由承办单位办理。")


@said(only="限承办单位办理的")
def by_units(person: Actor, record: OwnResult) -> Verdict:
    return No("本件由督查局自办。") if record.self_handled else Yes()


@said("经办人")
def officer(person: Actor, record: OwnResult) -> Verdict:
    """The bureau's own result is its officer's to hand in."""
    return Yes() if record.matter.officer_id == person.pk else No("自办结果由经办督查员提交。")


@said(only="提交自办结果的人不审核")
def four_eyes_self(person: Actor, record: OwnResult) -> Verdict:
    """Who handed in the bureau's own result cannot verify it."""
    if record.self_handled and same_hand(person, record.matter, record.result_by_id):
        return No("须由提交人以外的人审核。", shown=True)
    return Yes()


review = every(desk, four_eyes_review, four_eyes_self)


def own_steps(room: str, running: str, reviewing: str) -> OwnSteps:
    """The three steps between `running` and `reviewing`, keyed for the room."""

    def taken_back(record: Record) -> dict:
        """The bureau's own result, where it was taken back and not handed in again."""
        steps = [report.key, take_back.key]
        lines = list(lines_of_matter(record).filter(step__in=steps).order_by("-pk")[:2])
        return {"text": lines[1].facts["text"]} if lines and lines[0].step == take_back.key else {}

    report = Step(
        f"{room}.self_report",
        "提交自办结果",
        frm=(running,),
        to=reviewing,
        rule=every(desk, self_handled, officer),
        sentence="{actor} 提交自办结果：{text}",
        initial=taken_back,
        asks=(asks.REPORT, asks.FILES),
        audience="above",
        tone="primary",
        hint="写明核查和办理的结果，由局领导或另一名督查员审核。",
    )
    take_back = Step(
        f"{room}.take_back_self",
        "撤回自办结果",
        frm=(reviewing,),
        to=running,
        rule=every(desk, self_handled, who_took(report)),
        sentence="{actor} 撤回自办结果",
        audience="above",
        hint="还没有审核，可以撤回修改后再提交，原时限不变；动态里的记录保留。",
        takes_back=(report,),
    )
    send_back = Step(
        f"{room}.self_return",
        "退回重办",
        frm=(reviewing,),
        to=running,
        rule=every(self_handled, review),
        sentence="{actor} 退回自办结果：{reason}",
        asks=(asks.REASON,),
        audience="desk",
        tone="danger",
    )
    return OwnSteps(report, take_back, send_back)


def own_verbs(flow: Flow, steps: OwnSteps) -> OwnVerbs:
    """The verbs of a room whose flow and steps these are."""

    @takes(steps.report)
    def self_report(actor: Actor, record: Record, text: str, files: Sequence[Kept] = ()) -> Entry:
        """提交自办结果: what the bureau found and did itself; somebody else verifies it."""
        now, matter = timezone.now(), record.matter
        duties.done(matter, dues.REPORT, at=now)
        duties.owe(matter, dues.REVIEW, at=now, post=Post.DIRECTOR)
        found = {"result": text, "result_by": actor.principal}
        cover = {"finished_at": now}
        entry = flow.take(steps.report, record, actor, at=now, changes=found, cover_changes=cover, text=text)
        attach(entry, files)
        return entry

    @takes(steps.take_back)
    def take_back_self(actor: Actor, record: Record) -> Entry:
        """撤回: the officer owes the result again, by the same date."""
        now, matter = timezone.now(), record.matter
        duties.drop(matter, now, dues.REVIEW)
        duties.owe_again(matter, dues.REPORT, None, at=now, person=matter.officer)
        nothing: dict = {"result": "", "result_by": None}
        cover = {"finished_at": None}
        return flow.take(steps.take_back, record, actor, changes=nothing, cover_changes=cover)

    @takes(steps.send_back)
    def self_return(actor: Actor, record: Record, reason: str) -> Entry:
        """退回重办: the officer owes a better result, by the same date."""
        now, matter = timezone.now(), record.matter
        duties.done(matter, dues.REVIEW, at=now)
        duties.owe_again(matter, dues.REPORT, None, at=now, person=matter.officer)
        cover = {"finished_at": None}
        return flow.take(steps.send_back, record, actor, cover_changes=cover, reason=reason)

    return OwnVerbs(self_report, take_back_self, self_return)
