"""重新推算: open deadlines found again after the calendar, the working hours or the limits were changed.

A deadline is its start, its limit and its calendar, and the moves since (worktime.moves). A date that a person
set, on the paper or by an extension, never moves. Running it again moves nothing.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from celery.exceptions import SoftTimeLimitExceeded
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from bureau.matters import cover, timeline
from bureau.matters.deadlines import dues
from bureau.matters.deadlines.duties import turn_cover
from bureau.matters.deadlines.rulebook import Rules
from bureau.matters.models import Audience, Duty
from bureau.org.worktime import Term, due_time, moves, reckon
from bureau.org.worktime.words import brief

log = logging.getLogger(__name__)
STEP = "matters.recount"
CALENDAR, LIMITS = "工作日历改动", "办理时限改动"
RECKONED = Q(done_at__isnull=True, basis__term__amount__gte=1) & ~Q(basis__has_key="notes")
ROW = (
    "pk",
    "matter_id",
    "step",
    "due_at",
    "matter__kind",
    "matter__urgency",
    "basis__start",
    "basis__term",
    "basis__moves",
)
NAMED = 3  # units in one line; the others are counted


@dataclass(frozen=True)
class Change:
    """A deadline that stands at `was` and would stand at `due_at`, by `term`."""

    duty: int
    matter: int
    was: datetime
    due_at: datetime
    term: Term
    why: str


class Standing(Rules):
    """Calendar and limits as they stand now, asked once; each start and limit is reckoned once."""

    def __init__(self) -> None:
        super().__init__()
        self.memo: dict[tuple[Term, str], datetime] = {}

    def change(
        self,
        duty: int,
        matter: int,
        step: str,
        due_at: datetime,
        kind: str,
        urgency: str,
        start: str,
        reckoned_by: dict,
        past: list[dict] | None,
    ) -> Change | None:
        """What becomes of one open deadline, a row of `ROW`; None where it stays."""
        before, past = Term(**reckoned_by), past or []
        term = self.limits.of(kind, urgency, dues.DUES[step].measured_by) or before
        if moves.term_left(term, past) is None:
            return None
        first = self._first(start, term)
        now = moves.due_after(first, moves.replay(first, past, term, self.calendar))
        why = CALENDAR if term == before else LIMITS
        return Change(duty, matter, due_at, now, term, why) if now != due_at else None

    def _first(self, start: str, term: Term) -> datetime:
        """Days count from the day of the start alone, hours from its minute."""
        key = (term, start if term.unit == "hours" else start[: len("2026-11-20")])
        if key not in self.memo:
            self.memo[key] = due_time(moves.moment(start), term, self.calendar)
        return self.memo[key]


def changes(duties: QuerySet[Duty] | None = None, standing: Standing | None = None) -> Iterator[Change]:
    """Every open deadline that would move now, of all or of these `duties`, the nearest first. Nothing is written."""
    standing = standing or Standing()
    rows = (Duty.objects.all() if duties is None else duties).filter(RECKONED).values_list(*ROW)
    found = (standing.change(*row) for row in (rows.iterator(chunk_size=5000) if duties is None else rows))
    return (change for change in found if change)


@dataclass
class Done:
    """What a run has moved: deadlines, in how many matters; and the matters that could not be."""

    deadlines: int = 0
    matters: int = 0
    failed: int = 0


def run(tell: Callable[[int, int], None] = lambda done, total: None) -> Done:
    """Move what has to move, matter by matter, each in a transaction of its own; one that fails stops no other.
    Raises only what the next run mends: a database that is away, time that is up."""
    standing, done = Standing(), Done()
    keys = sorted({change.matter for change in changes(standing=standing)})
    for place, pk in enumerate(keys, 1):
        if not standing.still_hold:  # edited again: that edit's own run finds the rest
            standing = Standing()
        try:
            moved = recount(pk, standing)
        except (OperationalError, InterfaceError, SoftTimeLimitExceeded):
            raise  # the database is away, or the time is up: the rest is found again by the next run
        except Exception:
            log.exception("the deadlines of matter %s could not be recounted", pk)
            done.failed += 1
        else:
            done.deadlines, done.matters = done.deadlines + moved, done.matters + bool(moved)
        tell(place, len(keys))
    return done


@transaction.atomic
def recount(pk: int, standing: Standing) -> int:
    """One matter, read anew under its lock: its deadlines, its cover, a line that tells of them; of what only one
    unit reads, a line of its own."""
    matter, now = cover.lock(pk), timezone.now()
    found = {change.duty: change for change in changes(matter.duties.all(), standing)}
    about = ("holder_unit", "holder_person", "assignment")
    duties = list(matter.duties.filter(pk__in=found).select_related(*about))
    for duty in duties:
        move(duty, found[duty.pk], standing, now)
        if dues.DUES[duty.step].sets_cover:
            turn_cover(matter, duty.due_at)
    for rows in by_reader(duties):
        sentence, facts = in_words(rows, found)
        timeline.write(matter, STEP, sentence, at=now, facts=facts, **reader_of(rows[0]))
    return len(duties)


def of_one_unit(duty: Duty) -> bool:
    return dues.DUES[duty.step].read_by == dues.READ_BY_ITS_UNIT


def by_reader(duties: Iterable[Duty]) -> list[list]:
    """The duties of which everybody on the matter reads; then, part by part, the others."""

    def apart(duty: Duty) -> tuple[bool, int]:
        alone = of_one_unit(duty)
        return alone, (duty.assignment_id or 0) if alone else 0  # what a leader confirms is no unit's part

    return [list(rows) for _part, rows in groupby(sorted(duties, key=apart), key=apart)]


def reader_of(duty: Duty) -> dict:
    if not of_one_unit(duty):
        return {"audience": Audience.ALL}
    return {"audience": Audience.UNIT, "assignment": duty.assignment}


def move(duty: Duty, change: Change, standing: Standing, now: datetime) -> None:
    """The new arithmetic with the old moves replayed on it; the holder is told anew."""
    reckoning = reckon(moves.moment((duty.basis or {})["start"]), change.term, standing.calendar)
    past = moves.replay(reckoning.due_at, duty.moves, change.term, standing.calendar)
    past.append(moves.recounted(now, change.why, change.was, change.due_at))
    duty.basis = reckoning.as_json() | {"moves": past}
    duty.due_at, duty.told_at, duty.rung = change.due_at, None, 0
    duty.save(update_fields=["due_at", "told_at", "rung", "basis"])


def in_words(duties: Sequence[Duty], found: dict[int, Change]) -> tuple[str, dict]:
    """The line and its facts: every moved deadline, old and new, and why; units that move alike are told together."""

    def alike(duty: Duty) -> tuple[str, datetime, datetime]:
        return duty.step, found[duty.pk].was, found[duty.pk].due_at

    why = "、".join(sorted({found[duty.pk].why for duty in duties}))
    told = [
        f"{group[0].get_step_display()}（{names(group)}）由{spoken(was)}改为{spoken(due_at)}"
        for (step, was, due_at), rows in groupby(sorted(duties, key=alike), key=alike)
        if (group := list(rows))
    ]
    kept = [
        {"duty": duty.pk, "step": duty.step, "was": str(found[duty.pk].was), "due": str(duty.due_at)}
        for duty in duties
    ]
    return f"{why}，重新推算时限：{'；'.join(told)}。", {"why": why, "moved": kept}


def names(duties: Sequence[Duty]) -> str:
    words = [duty.holder_words for duty in duties]
    return "、".join(words[:NAMED]) + (f"等{len(words)}家" if len(words) > NAMED else "")


def spoken(moment: datetime) -> str:
    return brief(timezone.localtime(moment))
