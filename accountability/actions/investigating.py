"""调查: by two at least; evidence and interviews gathered, each subject found on, reported, judged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Max
from django.utils import timezone

from accountability import flow
from accountability.actions.checking import names, team
from accountability.dues import DELIBERATE, INVESTIGATE, JUDGE_REPORT, NOTIFY
from accountability.flow import subjects as steps
from accountability.models import Case, Evidence, Interview, Responsibility, Subject
from accountability.moving import follow_subjects
from accountability.owing import follow_team, let_go, owe_team
from accountability.reading import let_read
from accountability.sanctioning import chosen, propose, require_once
from accountability.states import INVOLVED, NOTIFIED
from accountability.unnamed import attach, require_unnamed_in
from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters import linking
from bureau.matters.deadlines import duties
from bureau.matters.flow import Move, move
from bureau.matters.models import Entry, Link, Matter
from bureau.matters.policy import takes
from bureau.matters.service.dues import DELIVER_PAPER
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Post
from bureau.org.worktime import local

EXTENDED_BY = timedelta(days=15)  # once (facts §4.3)
BACK = Move("subject.back", "重新调查", (NOTIFIED,), INVOLVED)  # along with the step of its case
LABELS = {
    "name": "名称",
    "origin": "来源",
    "quote": "摘录",
    "asked": "被询问人单位和职务",
    "place": "地点",
    "text": "笔录",
}


@takes(flow.APPOINT)
def appoint(actor: Actor, case: Case, investigators: Iterable[Person]) -> Entry:
    """指定调查人员. Raises Barred where one has to keep out."""
    people = team(investigators, case, "investigators", "调查人员")
    case.investigators.set(people)
    follow_team(case, timezone.now())
    let_read(case.matter, people, "调查人员")
    return flow.FLOW.take(flow.APPOINT, case, actor, investigators=names(people))


@dataclass(frozen=True)
class Piece:
    """A piece of evidence as it is entered. `source`: the matter that it quotes, with `quote` as it stands there now."""

    name: str
    origin: str
    taken_on: date
    pages: int = 1
    original: bool = False
    source: Matter | None = None
    quote: str = ""


@takes(flow.GATHER)
def gather(actor: Actor, case: Case, piece: Piece, files: Sequence[Kept] = ()) -> Evidence:
    """登记证据. Of a matter it is linked with, and quoted with the seal of its timeline on this day. Raises Barred."""
    if piece.taken_on > timezone.localdate():
        raise Barred("“提取日期”不能晚于今天。", field="taken_on")
    if piece.source and not piece.quote:
        raise Barred("引自事项的，请写明“摘录”。", field="quote")
    require_unnamed_in(case, LABELS, name=piece.name, origin=piece.origin, quote=piece.quote)
    ordinal = (case.evidence.aggregate(last=Max("ordinal"))["last"] or 0) + 1
    entry = flow.FLOW.take(flow.GATHER, case, actor, ordinal=ordinal)
    attach(entry, files)
    seal: dict[str, Any] = {}
    if source := piece.source:
        linking.link(case.matter, source, Link.Why.EVIDENCE)
        seal = {"lines": source.entry_count, "digest": source.chain_head}
    return Evidence.objects.create(
        case=case, ordinal=ordinal, entry=entry, taken_by=actor.principal, **vars(piece), **seal
    )


@dataclass(frozen=True)
class Talk:
    """询问 as it is entered."""

    asked: str
    place: str
    began_at: datetime
    ended_at: datetime
    text: str
    askers: tuple[Person, ...]


@takes(flow.INTERVIEW)
def interview(actor: Actor, case: Case, talk: Talk, files: Sequence[Kept] = ()) -> Interview:
    """登记询问笔录: two of the investigators ask. Raises Barred."""
    own = {one.pk for one in case.investigators.all()}
    if len(talk.askers) < 2 or any(one.pk not in own for one in talk.askers):
        raise Barred("“询问人”须是两名以上本案调查人员。", field="askers")
    if not talk.began_at < talk.ended_at <= timezone.now():
        raise Barred("“结束时间”须晚于开始时间，且不晚于现在。", field="ended_at")
    require_unnamed_in(case, LABELS, asked=talk.asked, place=talk.place, text=talk.text)
    entry = flow.FLOW.take(flow.INTERVIEW, case, actor, asked=talk.asked)
    attach(entry, files)
    columns = {name: value for name, value in vars(talk).items() if name != "askers"}
    made = Interview.objects.create(case=case, entry=entry, **columns)
    made.askers.set(talk.askers)
    return made


@takes(flow.EXTEND)
def extend(actor: Actor, case: Case, reason: str) -> Entry:
    """延长调查期限, once."""
    if case.matter.due_at is None:
        raise Barred("本案没有调查期限，不用延长。")
    duties.extend(case.matter, local(case.matter.due_at).date() + EXTENDED_BY, reason)
    return flow.FLOW.take(flow.EXTEND, case, actor, changes={"extended": True}, reason=reason)


@takes(steps.FIND)
def find(
    actor: Actor,
    subject: Subject,
    findings: str,
    responsibility: str,
    measures: Iterable[str],
    double_reason: str = "",
) -> Entry:
    """认定 what one subject did and answers for, and which measures are intended. Raises Barred."""
    found = chosen(subject, measures)
    require_once(subject, found, double_reason)
    propose(subject, found)
    written = {"findings": findings, "responsibility": responsibility, "double_reason": double_reason}
    return steps.SUBJECT_FLOW.take(
        steps.FIND,
        subject,
        actor,
        changes=written,
        subject=subject,
        responsibility=Responsibility(responsibility).label,
    )


@takes(steps.LEAVE_OUT)
def leave_out(actor: Actor, subject: Subject, outcome: str) -> Entry:
    """不再作为对象: nothing was found against it."""
    changes = let_go(subject, outcome)
    entry = steps.SUBJECT_FLOW.take(steps.LEAVE_OUT, subject, actor, changes=changes, subject=subject)
    follow_subjects(subject.case)
    return entry


@takes(flow.REPORT)
def report(actor: Actor, case: Case, files: Sequence[Kept] = (), **written: str) -> Entry:
    """提交调查报告."""
    now = timezone.now()
    duties.done(case.matter, INVESTIGATE, at=now)
    duties.owe(case.matter, JUDGE_REPORT, at=now, post=Post.DIRECTOR)
    entry = flow.FLOW.take(
        flow.REPORT, case, actor, at=now, changes={**written, "reported_by": actor.principal}
    )
    attach(entry, files)
    return entry


@takes(flow.TAKE_BACK_REPORT)
def take_back_report(actor: Actor, case: Case) -> Entry:
    """撤回: the investigation goes on, by its date."""
    matter, now = case.matter, timezone.now()
    reported = matter.entries.filter(step=flow.REPORT.key).order_by("-pk").first()
    duties.drop(matter, now, JUDGE_REPORT)
    if reported:
        duties.reopen(matter, reported.at, INVESTIGATE)
    return flow.FLOW.take(flow.TAKE_BACK_REPORT, case, actor)


@takes(flow.RETURN_REPORT)
def return_report(actor: Actor, case: Case, reason: str) -> Entry:
    """退回补充调查. What was told is told anew when it is clear, and is not brought any more; what each subject said stays and is
    answered."""
    now, matter = timezone.now(), case.matter
    duties.done(matter, JUDGE_REPORT, at=now)
    duties.drop(matter, now, NOTIFY, DELIBERATE)
    for subject in case.subjects.filter(state=NOTIFIED).select_related("notice"):
        duties.drop(matter, now, DELIVER_PAPER, service=subject.notice)
        move(BACK, subject, waived=False)
    owed = owe_team(case, INVESTIGATE, case.investigators.all(), now)
    cover = {"due_at": owed.due_at}
    return flow.FLOW.take(flow.RETURN_REPORT, case, actor, at=now, cover_changes=cover, reason=reason)


@takes(flow.ACCEPT_REPORT)
def accept_report(actor: Actor, case: Case, remark: str = "") -> Entry:
    """审定: from now on the subjects are told and heard. Raises Barred where there is nobody left to be told."""
    if not case.subjects.filter(state=INVOLVED).exists():
        raise Barred("没有要问责的对象，请不予问责。")
    now, matter = timezone.now(), case.matter
    duties.done(matter, JUDGE_REPORT, at=now)
    duties.owe(matter, NOTIFY, at=now, post=Post.DIRECTOR)
    return flow.FLOW.take(flow.ACCEPT_REPORT, case, actor, at=now, remark=remark)
