"""负担: how often units are asked for something (facts §7.2): each part of a matter given out to them, each written answer
they owe, each report on a long-term item."""

from collections import Counter
from datetime import timedelta

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils import timezone

from bureau.matters.models import Assignment, Duty, Owed
from bureau.org.models import Regulation

ASKED = (Owed.ANSWER, Owed.NODE)  # what is asked of a unit besides its part itself
OFF = 0


def parts_given(**when):
    return Assignment.objects.filter(opened_at__isnull=False, **when).order_by()


def answers_asked(**when):
    return Duty.objects.filter(step__in=ASKED, holder_unit__isnull=False, **when).order_by()


def monthly(year_start, year_end) -> Counter:
    """(unit key, month 1–12) → how often asked, between two moments of one year. Two queries."""
    found = Counter()
    span = {"opened_at__range": (year_start, year_end)}
    for rows, unit in ((parts_given(**span), "unit"), (answers_asked(**span), "holder_unit")):
        counted = rows.values(unit, month=TruncMonth("opened_at")).annotate(times=Count("pk"))
        for row in counted:
            found[row[unit], timezone.localtime(row["month"]).month] += row["times"]
    return found


def since(units, moment) -> Counter:
    """Unit key → how often asked since. Two queries."""
    keys, found = [unit.pk for unit in units], Counter()
    for rows, unit in (
        (parts_given(unit__in=keys), "unit"),
        (answers_asked(holder_unit__in=keys), "holder_unit"),
    ):
        counted = rows.filter(opened_at__gte=moment).values_list(unit).annotate(Count("pk"))
        found.update(dict(counted))
    return found


def monday(now):
    """The first moment of this week."""
    today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return today - timedelta(days=today.weekday())


def warnings(units, now=None) -> list[str]:
    """A sentence for each unit that these requests — a unit as often as it is asked — would bring to the bureau's mark for
    a week. Empty where the mark is 0."""
    most = Regulation.current().burden_weekly
    asked = Counter(units)
    if most == OFF or not asked:
        return []
    before = since(asked, monday(now or timezone.now()))
    return [
        f"{unit.short}本周已被交办、要求回复{before[unit.pk]}次，这次以后是第{before[unit.pk] + times}次"
        f"（提醒线{most}次）。能合并的请合并，不急的可以错开。"
        for unit, times in asked.items()
        if before[unit.pk] + times >= most
    ]
