"""The answer, the call-back, and what follows where the complainant is not content."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import numbers
from bureau.matters.deadlines import dues, duties
from bureau.matters.flow import Step, move
from bureau.matters.known import lead_of
from bureau.matters.merger import matter as handover
from bureau.matters.models import Entry
from bureau.matters.parts import steps
from bureau.matters.parts.recused import release_recused
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Post
from bureau.org.worktime import fixed
from complaints import flow, recusing, states
from complaints.dues import ANSWER, CALL_BACK, JUDGE, TELL
from complaints.models import AnswerWay, Complaint, Satisfaction

ANSWERS = "优复"


@takes(flow.ANSWER)
def answer(actor: Actor, complaint: Complaint, text: str, way: str) -> Entry:
    """答复: numbered; told by telephone, handed over, or read by code. Somebody else calls back."""
    now, matter = timezone.now(), complaint.matter
    duties.done(matter, ANSWER, TELL, at=now)
    duties.owe(matter, CALL_BACK, at=now, post=who_calls_back(complaint))
    changes = {
        "answer": text,
        "answer_number": complaint.answer_number or numbers.take(ANSWERS, now),
        "answered_by": actor.principal,
        "answered_at": now,
        "answer_way": way,
    }
    words: dict[str, Any] = {"way": AnswerWay(way).label, "number": changes["answer_number"]}
    return flow.FLOW.take(flow.ANSWER, complaint, actor, at=now, changes=changes, **words)


def who_calls_back(complaint: Complaint) -> str:
    """Another clerk of the desk; where there is none, a bureau leader."""
    clerks = Person.objects.filter(is_active=True, postings__post=Post.INTAKE)
    others = clerks.exclude(pk=complaint.matter.officer_id)
    return Post.INTAKE if others.exists() else Post.DIRECTOR


@takes(flow.CLOSE)
def close(actor: Actor, complaint: Complaint) -> Entry:
    """办结 where nobody can be answered, or wants to be."""
    why = "匿名，无法答复" if not complaint.reachable else "投诉人不要求答复"
    return end(flow.CLOSE, actor, complaint, why=why)


@takes(flow.CALL_BACK)
def call_back(
    actor: Actor,
    complaint: Complaint,
    satisfaction: str,
    contacted: bool = False,
    solved: bool = False,
    words: str = "",
) -> Entry:
    """登记回访: content, and it is closed; not content, and a bureau leader looks into why. Raises Barred where that is
    not said."""
    dissatisfied = satisfaction == Satisfaction.DISSATISFIED
    if dissatisfied and not words:
        raise Barred("不满意的，请在“投诉人的意见”里写明为什么。", field="words")
    now = timezone.now()
    found = {
        "satisfaction": satisfaction,
        "contacted": contacted,
        "solved": solved,
        "called_back_at": now,
    }
    told = Satisfaction(satisfaction).label + (f"，{words}" if words else "")
    if not dissatisfied:
        return end(flow.CALL_BACK, actor, complaint, found | {"state": states.CLOSED}, satisfaction=told)
    duties.done(complaint.matter, CALL_BACK, at=now)
    duties.owe(complaint.matter, JUDGE, at=now, post=Post.DIRECTOR)
    changes = found | {"state": states.DISSATISFIED}
    return flow.FLOW.take(flow.CALL_BACK, complaint, actor, changes=changes, satisfaction=told)


def end(
    step: Step, actor: Actor | None, complaint: Complaint, changes: dict | None = None, **words: Any
) -> Entry:
    """办结: nothing is owed any more."""
    now, matter = timezone.now(), complaint.matter
    duties.done(matter, CALL_BACK, ANSWER, JUDGE, at=now)
    duties.drop(matter, at=now)
    cover = {"closed_at": now}
    return flow.FLOW.take(step, complaint, actor, at=now, changes=changes, cover_changes=cover, **words)


@takes(flow.EXPLAIN)
def explain(actor: Actor, complaint: Complaint, reason: str, unlawful: bool = False) -> Entry:
    """甄别: explained to the complainant, and closed; a demand that the law does not allow is not counted as dissatisfied."""
    return end(flow.EXPLAIN, actor, complaint, {"unlawful_demand": unlawful}, reason=reason)


@takes(flow.REDO)
def redo(actor: Actor, complaint: Complaint, reason: str, until: date) -> Entry:
    """重办, once: who handled it owes the result again, by a new date."""
    again(complaint, until, "因投诉人不满意重办")
    duties.done(complaint.matter, JUDGE, at=timezone.now())
    return take_again(flow.REDO, actor, complaint, reason, until, redone=True)


@takes(flow.REOPEN)
def reopen(actor: Actor, complaint: Complaint, reason: str, until: date) -> Entry:
    """重新办理 on new facts."""
    again(complaint, until, "出现新的事实，重新办理")
    return take_again(flow.REOPEN, actor, complaint, reason, until)


def again(complaint: Complaint, until: date, why: str) -> None:
    """The result is owed once more. Raises Barred where the date is not ahead."""
    if until <= timezone.localdate():
        raise Barred("“新的时限”须在今天之后。", field="until")
    now, matter, due = timezone.now(), complaint.matter, fixed(until, why)
    if complaint.self_handled:
        duties.owe(matter, dues.REPORT, at=now, person=matter.officer, due=due)
        return
    recusing.join(complaint)
    handover.follow(matter)
    release_recused(matter, done_too=True)
    if (part := lead_of(matter)) is None:  # who led it must keep out by now
        duties.owe(matter, dues.DISPATCH, at=now, person=matter.officer)
        return
    move(steps.REOPENED, part)
    duties.owe(matter, dues.REPORT, at=now, unit=part.unit, assignment=part, due=due)


def take_again(
    step: Step, actor: Actor, complaint: Complaint, reason: str, until: date, **changes: bool
) -> Entry:
    cover: dict[str, datetime | None] = {
        "closed_at": None,
        "finished_at": None,
        "due_at": fixed(until).due_at,
    }
    nothing = {"finding": "", "satisfaction": "", "result": "", "result_by": None}
    return flow.FLOW.take(
        step, complaint, actor, changes=nothing | changes, cover_changes=cover, reason=reason, until=until
    )
