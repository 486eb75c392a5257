"""The case goes on as its subjects do: it waits for the last of them, and returns when an appeal opens one of them again."""

from typing import Any

from django.utils import timezone

from accountability import states
from accountability.dues import DECIDE, DELIBERATE, NOTIFY
from accountability.flow import FLOW
from accountability.flow.inquiry import FOLLOW
from accountability.models import Case
from bureau.matters.deadlines import duties
from bureau.matters.flow import bound_to

NONE_HELD = "各对象都不予问责。"


@bound_to(FOLLOW)
def follow_subjects(case: Case) -> None:
    """Inside the caller's transaction, after a subject has moved."""
    case = Case.objects.select_related("matter").get(pk=case.pk)
    if case.state not in FOLLOW.frm:
        return
    to = stage_of(case.state, set(case.subjects.values_list("state", flat=True)))
    settle_dues(case, to)
    if to != case.state:
        changes = {"state": to} | ({"outcome": NONE_HELD} if to == states.CLEARED else {})
        FLOW.take(
            FOLLOW, case, None, changes=changes, cover_changes=cover_of(to), stage=states.STATES[to].words
        )


def stage_of(now: str, found: set[str]) -> str:
    """Where a case stands whose subjects are in these states."""
    if found & {states.INVOLVED, states.NOTIFIED}:
        return now if now == states.NOTIFYING else states.DECIDING
    if found & {states.RESOLVED, states.RECOMMENDED}:
        return states.DECIDING
    if found & {states.DECIDED, states.CHANGED}:
        return states.EXECUTING
    if states.IN_EFFECT in found:
        return states.EFFECT
    return states.CLOSED if found & {*states.IN_FORCE, states.REVOKED} else states.CLEARED


def settle_dues(case: Case, to: str) -> None:
    """What was owed for all subjects together ends with the last of them."""
    now, matter = timezone.now(), case.matter
    if to != states.NOTIFYING:
        duties.done(matter, NOTIFY, DELIBERATE, at=now)
    if to not in (states.NOTIFYING, states.DECIDING):
        duties.done(matter, DECIDE, at=now)


def cover_of(to: str) -> dict[str, Any]:
    """An effect period runs on what is done; an appeal opens it again."""
    now = timezone.now()
    if to in (states.CLOSED, states.CLEARED):
        return {"finished_at": now, "closed_at": now}
    return {"finished_at": now if to == states.EFFECT else None, "closed_at": None}
