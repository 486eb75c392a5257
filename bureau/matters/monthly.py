"""A list as a calendar: what is due on each day of a month."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber, TruncDate
from django.utils import timezone

from bureau.matters.deadlines.lights import Lights
from bureau.org.worktime import Calendar, DayOn

SHOWN = 4  # lines of a day
YEARS = range(2000, 2100)
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Line:
    """What a day says of a record. `stage`: in place of a light where it has none."""

    title: str
    url: str
    light: str
    stage: str


@dataclass(frozen=True)
class Dates:
    """How records stand in a calendar: by which date, the most pressing of a day in which order, as what line."""

    due: str
    order: tuple[str, ...]
    line: Callable[[Any], Line]


def of_matters(lights: Lights) -> Dates:
    """The deadlines of matters, reached from a room's records."""

    def line(record: Any) -> Line:
        matter = record.matter
        return Line(matter.title, matter.get_absolute_url(), lights.of(matter), matter.stage)

    return Dates("matter__due_at", ("matter__rank", "matter__due_at", "pk"), line)


@dataclass
class Day:
    """A day of the month: what is due, the most pressing first, and how many more there are. `mark`: why it is off or
    worked, in words. Days `outside` it are blank."""

    date: date
    outside: bool = False
    today: bool = False
    mark: str = ""
    due: list[Line] = field(default_factory=list)
    count: int = 0

    @property
    def more(self) -> int:
        return self.count - len(self.due)


def month_of(asked: str) -> date:
    """The first day of the month that an address asks for (2026-11); this month where it makes no sense."""
    today = timezone.localdate()
    try:
        first = datetime.strptime(asked, "%Y-%m").date()
    except ValueError:
        return today.replace(day=1)
    return first if first.year in YEARS else today.replace(day=1)


def next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def month_before(first: date) -> date:
    return (first - timedelta(days=1)).replace(day=1)


def weeks(found: QuerySet, first: date, dates: Dates, calendar: Calendar) -> list[list[Day]]:
    """The month of `first` in weeks from Monday; three statements and what the records need."""
    days = {day.date: day for day in days_shown(first, calendar)}
    rows = due_in(found, first, dates)
    records = found.in_bulk([key for key, _day, _count in rows])
    for key, day, count in rows:
        days[day].due.append(dates.line(records[key]))
        days[day].count = count
    return [list(week) for _monday, week in groupby(days.values(), key=monday)]


def due_in(found: QuerySet, first: date, dates: Dates) -> list[tuple]:
    """(key, day, how many on that day) of the most pressing of each day."""
    starts, ends = (timezone.make_aware(datetime.combine(day, time())) for day in (first, next_month(first)))
    due = found.filter(**{f"{dates.due}__gte": starts, f"{dates.due}__lt": ends}).order_by()
    due = due.annotate(day=TruncDate(dates.due))
    nth = Window(RowNumber(), partition_by=F("day"), order_by=[F(name) for name in dates.order])
    due = due.annotate(nth=nth, on_day=Window(Count("pk"), partition_by=F("day")))
    return sorted(due.filter(nth__lte=SHOWN).values_list("pk", "day", "on_day"), key=lambda row: row[1])


def days_shown(first: date, calendar: Calendar) -> Iterator[Day]:
    """All days of the weeks that the month has a part in."""
    today, day = timezone.localdate(), monday(Day(first))
    while day < next_month(first):
        for shown in (day + timedelta(days=place) for place in range(7)):
            outside = shown.month != first.month
            yield Day(shown, outside, shown == today, "" if outside else mark(shown, calendar))
        day += WEEK


def monday(day: Day) -> date:
    return day.date - timedelta(days=day.date.weekday())


def mark(day: date, calendar: Calendar) -> str:
    """「国庆节放假」「调休上班」; empty for a day like any other."""
    exception = calendar.exception(day)
    if exception is None:
        return ""
    return "调休上班" if isinstance(exception, DayOn) else f"{exception.name}放假"
