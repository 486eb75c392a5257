"""What is answered, by whom or for whom, and what becomes of it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from bureau.files.store import Kept
from bureau.matters.deadlines import duties
from bureau.matters.flow import Step, move
from bureau.matters.known import lead_of
from bureau.matters.models import Entry, Reply
from bureau.matters.parts import results
from bureau.matters.parts.attaching import attach
from bureau.matters.parts.result_rules import final_reply, the_report
from bureau.matters.parts.steps import SEND_BACK, TAKE_BACK
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from directives.suggestions import flow
from directives.suggestions.dues import FOLLOW_UP, NOTE_DOWN, RESPOND, TAKE_UP
from directives.suggestions.models import Suggestion, Verdict

OWED = (RESPOND, TAKE_UP, NOTE_DOWN)
UNANSWERED = {"verdict": "", "answer": ""}


@takes(flow.ANSWER)
def answer(
    actor: Actor, suggestion: Suggestion, verdict: str, text: str, files: Sequence[Kept] = ()
) -> Entry:
    """答复 by the unit, or by the leader in person: taken up, partly, or not; with the reasons."""
    return settle(flow.ANSWER, actor, suggestion, verdict, text, files)


@takes(flow.NOTE_ANSWER)
def note_answer(
    actor: Actor, suggestion: Suggestion, verdict: str, text: str, files: Sequence[Kept] = ()
) -> Entry:
    """登记答复 of a leader or a meeting, by the desk."""
    return settle(flow.NOTE_ANSWER, actor, suggestion, verdict, text, files)


def settle(
    step: Step, actor: Actor, suggestion: Suggestion, verdict: str, text: str, files: Sequence[Kept]
) -> Entry:
    """What was owed is done; the officer follows up the paper. What a unit answers is its reply, which bulletins quote."""
    matter, now, words = suggestion.matter, timezone.now(), Verdict(verdict).label
    part = lead_of(matter)
    reply = results.write(actor, part, f"{words}。{text}", now, Reply.State.SENT, {}) if part else None
    duties.done(matter, *OWED, at=now)
    duties.owe(matter, FOLLOW_UP, at=now, person=matter.officer)
    entry = flow.FLOW.take(
        step,
        suggestion,
        actor,
        at=now,
        assignment=part,
        changes={"verdict": verdict, "answer": text},
        cover_changes={"finished_at": now},
        verdict=words,
        text=text,
    )
    attach(entry, files, reply=reply)
    return entry


@takes(flow.TAKE_BACK_ANSWER)
def take_back_answer(actor: Actor, suggestion: Suggestion) -> Entry:
    """撤回: it is owed again, by its date."""
    matter, now = suggestion.matter, timezone.now()
    answered_at, part = matter.finished_at or now, lead_of(matter)
    if part:
        move(TAKE_BACK, the_report(suggestion), sent_at=None, countersigned_by=None)
    duties.drop(matter, now, FOLLOW_UP)
    duties.reopen(matter, answered_at, *OWED, assignment=part)
    return unanswered(flow.TAKE_BACK_ANSWER, actor, suggestion)


@takes(flow.RETURN)
def send_back(actor: Actor, suggestion: Suggestion, reason: str) -> Entry:
    """退回重新答复: the unit owes it again, by the same date."""
    matter, now = suggestion.matter, timezone.now()
    move(SEND_BACK, the_report(suggestion), judged_by=actor.principal, judged_at=now, remark=reason)
    duties.drop(matter, now, FOLLOW_UP)
    duties.owe_again(matter, RESPOND, lead_of(matter), at=now)
    return unanswered(flow.RETURN, actor, suggestion, reason=reason)


def unanswered(step: Step, actor: Actor, suggestion: Suggestion, **facts: Any) -> Entry:
    part, cover = lead_of(suggestion.matter), {"finished_at": None}
    return flow.FLOW.take(
        step, suggestion, actor, assignment=part, changes=UNANSWERED, cover_changes=cover, **facts
    )


@takes(flow.ADOPT)
def adopt(
    actor: Actor,
    suggestion: Suggestion,
    paper_title: str,
    paper_date: date,
    paper_number: str = "",
    files: Sequence[Kept] = (),
) -> Entry:
    """登记采纳文件: the paper that the suggestion went into."""
    now = timezone.now()
    end(actor, suggestion, "", now)
    paper = {"paper_title": paper_title, "paper_number": paper_number, "paper_date": paper_date}
    named = Suggestion(**paper).paper
    cover = {"closed_at": now}
    entry = flow.FLOW.take(flow.ADOPT, suggestion, actor, changes=paper, cover_changes=cover, paper=named)
    attach(entry, files)
    return entry


@takes(flow.CLOSE)
def close(actor: Actor, suggestion: Suggestion, remark: str) -> Entry:
    """办结 without a paper: it was not taken up, or needs none."""
    now = timezone.now()
    end(actor, suggestion, remark, now)
    return flow.FLOW.take(flow.CLOSE, suggestion, actor, cover_changes={"closed_at": now}, remark=remark)


def end(actor: Actor, suggestion: Suggestion, remark: str, now: datetime) -> None:
    """The answer of a unit is accepted; nobody owes anything any more."""
    if final_reply(suggestion):
        results.settle(actor, suggestion, remark, now)
    else:
        duties.drop(suggestion.matter, now)
