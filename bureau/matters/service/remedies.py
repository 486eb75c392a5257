"""The rules of every remedy, whatever it is used against, a paper that was served or an issued bulletin: until when, with the arithmetic;
once; and who keeps out of deciding."""

from collections.abc import Iterable
from datetime import date, datetime

from bureau.jobs.barred import Barred
from bureau.matters.deadlines.dues import DUES, Due
from bureau.matters.deadlines.rulebook import rules
from bureau.matters.models import Duty
from bureau.matters.policy import No, Verdict, Yes
from bureau.org.actor import Actor
from bureau.org.worktime import local, reckon
from bureau.org.worktime.words import moment


def term(within: Due, at: datetime, kind: str = "", urgency: str = "") -> Duty | None:
    """Its time from `at`, as a duty that nobody owes and that is never saved. None where the table sets no limit."""
    in_force = rules()
    limit = in_force.limits.of(kind, urgency, DUES[within].measured_by)
    if limit is None:
        return None
    found = reckon(at, limit, in_force.calendar)
    return Duty(due_at=found.due_at, original_due_at=found.due_at, basis=found.as_json())


def why_over(label: str, limit: Duty | None, now: datetime) -> str:
    """Why it may not be used any more; empty while it may."""
    if limit and limit.due_at and now > limit.due_at:
        return f"{label}须在{moment(local(limit.due_at))}之前提出，现在已过。"
    return ""


def require_in_time(label: str, limit: Duty | None, on: date) -> None:
    """Of what came on paper the day decides on which it came. Raises Barred."""
    if limit and limit.due_at and local(limit.due_at).date() < on:
        raise Barred(f"{label}须在{moment(local(limit.due_at))}之前提出，收到时已过，不能受理。")


def used(label: str) -> No:
    """Each way is used once; what was withdrawn was not."""
    return No(f"已经提出过{label}。")


def takes_no_part(actor: Actor, took_part: Iterable[int], others: str) -> Verdict:
    """回避: none of the two whose act it is took part in what is contested. `others`: who decides instead."""
    if actor.hands.isdisjoint(took_part):
        return Yes()
    return No(f"参与作出的人须回避，由没有参与的{others}。", shown=True)
