"""When a limit ends, with everything needed to show how that was found (时限说明)."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from bureau.org.worktime import words
from bureau.org.worktime.counting import (
    DAY,
    add_workdays,
    each_day,
    end_of_day,
    local,
    months_later,
    on_or_after,
    spend,
)
from bureau.org.worktime.days import ZONE, Calendar, DayOn
from bureau.org.worktime.terms import Term

ON_PAPER = "由来文载明"
Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Reckoning:
    """A due time and its arithmetic; all moments by the county's clock.

    `start`, `term`: None when somebody set the date; `said` tells who, 「由来文载明」. `skipped`: days off passed over, each with why.
    `worked`: weekend days that counted, each with the feast. `rolled`: the day off on which a limit in 日
    would have ended. `spans`: the stretches that make up a limit in hours. `unknown_years`: years whose
    announcement was missing, so that Monday–Friday was assumed.
    """

    due_at: datetime
    start: datetime | None = None
    term: Term | None = None
    skipped: tuple[tuple[date, str], ...] = ()
    worked: tuple[tuple[date, str], ...] = ()
    rolled: date | None = None
    spans: tuple[Span, ...] = ()
    unknown_years: tuple[int, ...] = ()
    said: str = ON_PAPER

    def sentences(self) -> list[str]:
        """「时限说明」: one plain Chinese line per step."""
        return words.explain(self)

    def as_json(self) -> dict:
        """Only strings, numbers, lists and None: fit for a JSON column; `from_json` reads it back."""
        return _plain(asdict(self))

    @classmethod
    def from_json(cls, stored: dict) -> "Reckoning":
        """The reckoning that `as_json` wrote."""
        return cls(
            due_at=_moment(stored["due_at"]),
            start=stored["start"] and _moment(stored["start"]),
            term=stored["term"] and Term(**stored["term"]),
            skipped=_named_days(stored["skipped"]),
            worked=_named_days(stored["worked"]),
            rolled=stored["rolled"] and date.fromisoformat(stored["rolled"]),
            spans=tuple((_moment(begin), _moment(end)) for begin, end in stored["spans"]),
            unknown_years=tuple(stored["unknown_years"]),
            said=stored.get("said", ON_PAPER),
        )


def reckon(start: datetime, term: Term, calendar: Calendar) -> Reckoning:
    """When `term` ends that began at `start` (aware).

    The day of the start does not count (民法典 第201条); a limit in 日 or months that ends on a day off rolls to the
    next working day (第203条); days and working days end at 23:59:59; hours run only in working hours.
    """
    begin = local(start)
    due_at = due_time(begin, term, calendar)
    if term.unit == "hours":
        spans = spend(timedelta(hours=term.amount), begin, calendar)
        return _reckoning(begin, term, calendar, begin.date(), due_at, spans=spans)
    if term.unit == "workdays":
        return _reckoning(begin, term, calendar, begin.date() + DAY, due_at)
    nominal = nominal_day(begin, term)
    rolled = nominal if due_at.date() != nominal else None
    return _reckoning(begin, term, calendar, nominal, due_at, rolled=rolled)


def due_time(start: datetime, term: Term, calendar: Calendar) -> datetime:
    """Only when `term` ends, without the arithmetic; see `reckon`."""
    begin = local(start)
    if term.unit == "hours":
        return spend(timedelta(hours=term.amount), begin, calendar)[-1][1]
    if term.unit == "workdays":
        return end_of_day(add_workdays(begin.date(), term.amount, calendar))
    return end_of_day(on_or_after(nominal_day(begin, term), calendar))


def nominal_day(begin: datetime, term: Term) -> date:
    """Where a limit in 日 or months ends, whatever day that is."""
    if term.unit == "months":
        return months_later(begin.date(), term.amount)
    return begin.date() + term.amount * DAY


def fixed(day: date, said: str = ON_PAPER) -> Reckoning:
    """A date that a person set, as a rule on the paper, is kept as it stands, to the end of that day."""
    return Reckoning(due_at=end_of_day(day), said=said)


def _reckoning(begin, term, calendar, first, due_at, **how) -> Reckoning:
    """Fill in what the calendar said about the days from `first` to the due time."""
    days = list(each_day(first, due_at.date()))
    return Reckoning(
        due_at=due_at,
        start=begin,
        term=term,
        skipped=tuple((day, why) for day in days if (why := calendar.why_off(day))),
        worked=tuple((day, on.name) for day in days if isinstance(on := calendar.exceptions.get(day), DayOn)),
        unknown_years=tuple(sorted({day.year for day in days if not calendar.known(day)})),
        **how,
    )


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(ZONE)


def _named_days(rows) -> tuple[tuple[date, str], ...]:
    return tuple((date.fromisoformat(day), name) for day, name in rows)


def _plain(value):
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
