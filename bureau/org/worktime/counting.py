"""Walking along the calendar: days, working days, working hours."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import accumulate, count

from bureau.org.worktime.days import ZONE, Calendar

DAY = timedelta(days=1)


def local(moment: datetime) -> datetime:
    """The same moment by the county's clock; refuses a moment without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(ZONE)


def end_of_day(day: date) -> datetime:
    """23:59:59 of that day by the county's clock: 「当日 24 时」."""
    return datetime.combine(day, time(23, 59, 59), ZONE)


def each_day(first: date, last: date) -> Iterator[date]:
    """Every day from `first` to `last`, both included; none if `last` is earlier."""
    for step in range((last - first).days + 1):
        yield first + step * DAY


def months_later(day: date, months: int) -> date:
    """The same day of a later month; the last one of a month that has no such day (民法典 第202条)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def on_or_after(day: date, calendar: Calendar) -> date:
    """That day, or the next working day if it is a day off."""
    while not calendar.is_workday(day):
        day += DAY
    return day


def add_workdays(day: date, amount: int, calendar: Calendar) -> date:
    """The `amount`-th working day after `day`; `day` itself never counts. 0 gives `day`."""
    for _ in range(amount):
        day = on_or_after(day + DAY, calendar)
    return day


def workdays_between(earlier: date, later: date, calendar: Calendar) -> int:
    """Working days after `earlier` up to and including `later`; negative if `later` comes first."""
    if later < earlier:
        return -workdays_between(later, earlier, calendar)
    return sum(calendar.is_workday(day) for day in each_day(earlier + DAY, later))


def nth_workdays(first: date, last: date, calendar: Calendar) -> dict[date, int]:
    """Of each of these days, how many working days there are from the first up to it: the difference of two days' is
    `workdays_between` them, for who asks of many pairs."""
    days = list(each_day(first, last))
    return dict(zip(days, accumulate(calendar.is_workday(day) for day in days), strict=True))


def working_spans(start: datetime, calendar: Calendar) -> Iterator[tuple[datetime, datetime]]:
    """The stretches of working time from `start` on, without end; time in two periods counts once."""
    reached = start
    for step in count():
        day = start.date() + step * DAY
        for opens, closes in calendar.periods if calendar.is_workday(day) else ():
            begin = max(reached, datetime.combine(day, opens, ZONE))
            end = datetime.combine(day, closes, ZONE)
            if begin < end:
                yield begin, end
                reached = end


def worked(begin: datetime, end: datetime, calendar: Calendar) -> timedelta:
    """The working time between two moments by the county's clock."""
    total = timedelta()
    for opens, closes in working_spans(begin, calendar):
        if opens >= end:
            return total
        total += min(closes, end) - opens
    return total


def spend(left: timedelta, begin: datetime, calendar: Calendar) -> tuple[tuple[datetime, datetime], ...]:
    """The stretches of working time from `begin` that add up to `left`."""
    spent = []
    for opens, closes in working_spans(begin, calendar):
        spent.append((opens, min(closes, opens + left)))
        left -= closes - opens
        if left <= timedelta():
            break
    return tuple(spent)
