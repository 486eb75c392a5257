"""列席会议: noted down, its minutes waited for, and what was expected ticked against what was registered. Of meetings no timeline
is kept: they are the desk's own notes."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.org.calendar import current_calendar
from bureau.org.models import Person
from bureau.org.worktime import add_workdays
from directives.models import Directive, Expected, Sitting, Source
from directives.policy import require_desk

MINUTES_WITHIN = 5  # working days after the meeting, where nobody says otherwise
MOST = 100  # decisions of one meeting
CHANGED = "这一项的情况刚刚有了变化，请看最新情况。"


@transaction.atomic
def register_sitting(
    person: Person,
    attendees: Iterable[Person],
    expected: Sequence[str] = (),
    minutes_by: date | None = None,
    **words: Any,
) -> Sitting:
    """登记列席会议, with what is expected to be decided. Raises Refused, Barred where a date cannot be."""
    require_desk(person)
    due = minutes_by or minutes_due(words["held_on"])
    check_dates(words["held_on"], due)
    sitting = Sitting.objects.create(
        registered_by=person, registered_at=timezone.now(), minutes_by=due, **words
    )
    sitting.attendees.set(attendees)
    note(sitting, expected)
    return sitting


def minutes_due(held_on: date) -> date:
    return add_workdays(held_on, MINUTES_WITHIN, current_calendar())


def check_dates(held_on: date, minutes_by: date) -> None:
    if minutes_by < held_on:
        raise Barred("“纪要应到日期”不能早于会议日期。", field="minutes_by")


@transaction.atomic
def edit_sitting(
    person: Person, sitting: Sitting, attendees: Iterable[Person], minutes_by: date | None, **words: Any
) -> Sitting:
    """修改; what was noted stays. Raises Refused, Barred."""
    found = opened(person, sitting)
    due = minutes_by or minutes_due(words["held_on"])
    check_dates(words["held_on"], due)
    found.attendees.set(attendees)
    return changed(found, minutes_by=due, **words)


@transaction.atomic
def expect(person: Person, sitting: Sitting, expected: Sequence[str]) -> Sitting:
    """补记 what else was decided."""
    found = opened(person, sitting)
    note(found, expected)
    return changed(found)


def note(sitting: Sitting, expected: Sequence[str]) -> None:
    last = sitting.expected.aggregate(last=Max("ordinal"))["last"] or 0
    if last + len(expected) > MOST:
        raise Barred(f"一次会议最多记{MOST}项。", field="expected")
    Expected.objects.bulk_create(
        Expected(sitting=sitting, ordinal=ordinal, words=words)
        for ordinal, words in enumerate(expected, last + 1)
    )


@transaction.atomic
def minutes_came(person: Person, sitting: Sitting, minutes: Source) -> Sitting:
    """纪要已到: they stand among the sources; nobody is asked for them any more."""
    return changed(opened(person, sitting), minutes=minutes, no_minutes="")


@transaction.atomic
def no_minutes(person: Person, sitting: Sitting, reason: str) -> Sitting:
    """不出纪要: the meeting was put off, or nothing was decided."""
    return changed(opened(person, sitting), minutes=None, no_minutes=reason)


@transaction.atomic
def tick(person: Person, expected: Expected, directive: Directive | None, source: Source | None) -> Expected:
    """对上: what was expected is that directive, or stands in that paper. Raises Barred where it was found before."""
    return found_as(person, expected, directive=directive, source=source)


@transaction.atomic
def leave_out(person: Person, expected: Expected, reason: str) -> Expected:
    """不登记: nothing of it is followed up, and why."""
    return found_as(person, expected, left_out=reason)


@transaction.atomic
def take_back_tick(person: Person, expected: Expected) -> Expected:
    """取消: it stands as not registered again."""
    return marked(locked(person, expected, is_open=False), directive=None, source=None, left_out="")


def found_as(person: Person, expected: Expected, **how: Any) -> Expected:
    return marked(locked(person, expected, is_open=True), **how)


def locked(person: Person, expected: Expected, is_open: bool) -> Expected:
    """As it stands now. Raises Refused, Barred where somebody was faster."""
    changed(opened(person, expected.sitting))
    now = Expected.objects.select_related("sitting").get(pk=expected.pk)
    if now.is_open != is_open:
        raise Barred(CHANGED)
    return now


def marked(expected: Expected, **how: Any) -> Expected:
    for name, value in how.items():
        setattr(expected, name, value)
    expected.save(update_fields=list(how))
    return expected


def opened(person: Person, sitting: Sitting) -> Sitting:
    """Locked. Raises Refused to who does not sit at the desk."""
    require_desk(person)
    return Sitting.objects.select_for_update().get(pk=sitting.pk)


def changed(sitting: Sitting, **words: Any) -> Sitting:
    sitting.version += 1
    for name, value in words.items():
        setattr(sitting, name, value)
    sitting.save(update_fields=["version", *words])
    return sitting
