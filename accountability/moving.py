"""The case goes on as its subjects do: it waits for the last of them, and returns when an appeal opens one of them again. Where it
ends as a whole, they end with it."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from accountability import states
from accountability.dues import DECIDE, DELIBERATE, DISPOSE, EXPLAIN, NOTIFY
from accountability.flow import FLOW
from accountability.flow.explaining import FOLLOW_EXPLANATIONS
from accountability.flow.inquiry import FOLLOW
from accountability.flow.subjects import FOLLOW_CASE, SUBJECT_FLOW
from accountability.models import Case, Explanation
from accountability.owing import let_go
from bureau.matters.deadlines import duties
from bureau.matters.flow import bound_to
from bureau.matters.models import Duty, Matter
from bureau.org.posts import Post

NONE_HELD = "各对象都不予问责。"


@bound_to(FOLLOW)
def follow_subjects(case: Case) -> None:
    """Inside the caller's transaction, after a subject has moved."""
    case = Case.objects.select_related("matter__officer").get(pk=case.pk)
    if case.state == states.EXPLAINING:
        follow_explanations(case)
    if case.state not in FOLLOW.frm:
        return
    found = set(case.subjects.values_list("state", flat=True))
    to = stage_of(case.state, found)
    settle_dues(case, to, found)
    if to != case.state:
        changes = {"state": to} | ({"outcome": NONE_HELD} if to == states.CLEARED else {})
        FLOW.take(
            FOLLOW, case, None, changes=changes, cover_changes=cover_of(to), stage=states.STATES[to].words
        )


@bound_to(FOLLOW_EXPLANATIONS)
def follow_explanations(case: Case) -> None:
    """Likewise: the clue waits for the last of those who were asked and are still concerned, and is then to be disposed of."""
    case = Case.objects.select_related("matter__officer").get(pk=case.pk)
    now, matter = timezone.now(), case.matter
    awaited = Explanation.objects.filter(
        subject__case=case, subject__state=states.INVOLVED, answered_on=None
    ).exists()
    to = states.EXPLAINING if awaited else states.EXPLAINED
    if to == case.state:
        return
    if awaited:
        duties.done(matter, DISPOSE, at=now)
    else:
        duties.done(matter, EXPLAIN, at=now)
        duties.owe(matter, DISPOSE, at=now, person=matter.officer)
    waits = Duty.objects.open().filter(matter=matter, step=EXPLAIN).first()
    FLOW.take(
        FOLLOW_EXPLANATIONS,
        case,
        None,
        at=now,
        changes={"state": to},
        cover_changes={"due_at": waits.due_at if waits else None},
        stage=states.STATES[to].words,
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


def settle_dues(case: Case, to: str, found: set[str]) -> None:
    """What is owed for all subjects together: by the director while they are told and decided on, by the officer while they are
    heard and results entered; it ends with the last of them."""
    now, matter = timezone.now(), case.matter
    if to != states.NOTIFYING:
        duties.done(matter, NOTIFY, DELIBERATE, at=now)
    elif states.INVOLVED not in found:
        hear(matter, now)
    if to != states.DECIDING or not found & {states.INVOLVED, states.NOTIFIED, states.RESOLVED}:
        duties.done(matter, DECIDE, at=now)
    elif found & {states.INVOLVED, states.NOTIFIED}:
        duties.hand_on(matter, DECIDE, person=matter.officer)
    else:
        duties.hand_on(matter, DECIDE, post=Post.DIRECTOR)


def hear(matter: Matter, at: datetime) -> None:
    """All were told: what is left is to hear them and to deliberate."""
    duties.done(matter, NOTIFY, at=at)
    if not Duty.objects.open().filter(matter=matter, step=DELIBERATE).exists():
        duties.owe(matter, DELIBERATE, at=at, person=matter.officer)


@bound_to(FOLLOW_CASE)
def end_subjects(case: Case, how: str, outcome: str, to: str = states.NOT_HELD) -> None:
    """Whoever was still concerned when the case ended without a decision: a line each, inside the caller's transaction."""
    concerned = case.subjects.filter(state__in=FOLLOW_CASE.frm)
    for subject in concerned.select_related("case__matter", "unit", "position__unit", "notice"):
        subject.case = case
        changes = let_go(subject, f"随案件{how}：{outcome}") | {"state": to}
        SUBJECT_FLOW.take(FOLLOW_CASE, subject, None, changes=changes, subject=subject, how=how)


def cover_of(to: str) -> dict[str, Any]:
    """An effect period runs on what is done; an appeal opens it again."""
    now = timezone.now()
    if to in (states.CLOSED, states.CLEARED):
        return {"finished_at": now, "closed_at": now}
    return {"finished_at": now if to == states.EFFECT else None, "closed_at": None}
