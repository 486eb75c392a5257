"""负担: how often units are asked for something (facts §7.2): each part of a matter given out to them, each written answer
they owe, each report on a long-term item."""

from collections import Counter
from datetime import timedelta

from django.db.models import Count
from django.db.models.functions import TruncMonth, TruncWeek
from django.utils import timezone

from bureau.matters.deadlines import dues
from bureau.matters.models import Assignment, Duty
from bureau.org.models import Regulation
from bureau.org.worktime import local

OFF = 0


def parts_given(**when):
    return Assignment.objects.filter(opened_at__isnull=False, **when).order_by()


def answers_asked(**when):
    return Duty.objects.filter(
        step__in=dues.having(counts=True), holder_unit__isnull=False, **when
    ).order_by()


def sources(**when) -> list[tuple]:
    """What asks units for something, each with its column of the unit."""
    return [(parts_given(**when), "unit"), (answers_asked(**when), "holder_unit")]


def asked(start, end) -> Counter:
    """(unit key, month 1–12, Monday of the week) → how often asked, between two moments of one year. Two queries."""
    found: Counter = Counter()
    for rows, unit in sources(opened_at__range=(start, end)):
        found += by_week(rows, unit, "opened_at")
    return found


def by_week(rows, unit: str, at: str) -> Counter:
    """Rows counted as `asked` counts: by the column of the unit and that of the moment."""
    counted = rows.values_list(unit, TruncMonth(at), TruncWeek(at)).annotate(Count("pk"))
    return Counter(
        {(key, local(month).month, local(week).date()): times for key, month, week, times in counted}
    )


def since(units, moment) -> Counter:
    """Unit key → how often asked since. Two queries."""
    keys = [unit.pk for unit in units]
    found: Counter = Counter()
    for rows, unit in sources(opened_at__gte=moment):
        counted = rows.filter(**{f"{unit}__in": keys}).values_list(unit).annotate(Count("pk"))
        found.update(dict(counted))
    return found


def monday(now):
    """The first moment of this week."""
    today = local(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return today - timedelta(days=today.weekday())


def warnings(units, besides=lambda _monday: {}) -> list[str]:
    """A sentence for each unit that these requests — a unit as often as it is asked — would bring to the bureau's mark for
    a week. `besides`: from the week's first moment, what a room asks that the hall does not know, by unit key. Empty
    where the mark is 0."""
    if not (times_asked := Counter(units)) or (most := Regulation.current().burden_weekly) == OFF:
        return []
    start = monday(timezone.now())
    before = since(times_asked, start) + Counter(besides(start))
    return [
        f"{unit.short}本周已被交办、要求回复{before[unit.pk]}次，这次以后是第{before[unit.pk] + times}次"
        f"（提醒线{most}次）。能合并的请合并，不急的可以错开。"
        for unit, times in times_asked.items()
        if before[unit.pk] + times >= most
    ]
