"""各环节用时: the working days from the day a step was owed to the day it was done; the first day does not count.

Left out: what was dropped, what is owed period by period, and what stood still in between (its matter was suspended once)."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate

from bureau.matters.access.visibility import seen_by
from bureau.matters.counting.figures import FEW, flag
from bureau.matters.deadlines import dues
from bureau.matters.models import Duty, Entry
from bureau.matters.rooms import keys_of
from bureau.org.models import Person
from bureau.org.worktime import Calendar
from bureau.pages.period import Period
from bureau.press.typeset.sheets import Chart, Strand

# The days of the calendar stand beside the spells, each with how many working days there were up to it.
STATEMENT = """
WITH days AS (
    SELECT day, sum(works) OVER (ORDER BY day) AS nth FROM unnest(%s::date[], %s::int[]) AS given(day, works)
), spells AS ({spells})
SELECT step, by_unit, count(*),
    percentile_cont(0.5) WITHIN GROUP (ORDER BY ends.nth - begins.nth),
    percentile_disc(0.9) WITHIN GROUP (ORDER BY ends.nth - begins.nth)
FROM spells JOIN days begins ON begins.day = first JOIN days ends ON ends.day = last
GROUP BY step, by_unit
"""


@dataclass(frozen=True)
class Took:
    """How long a step took: `median` and `most` of nine in ten, in working days."""

    step: str
    by_unit: bool
    count: int
    median: float
    most: int

    @property
    def label(self) -> str:
        return dues.DUES[self.step].label

    @property
    def by_whom(self) -> str:
        return "单位" if self.by_unit else "督查局、领导"

    @property
    def few(self) -> bool:
        return self.count < FEW


def took(person: Person, period: Period, calendar: Calendar) -> list[Took]:
    """Of what was owed and done in the period, in the order of the steps. One statement."""
    spells, given = spells_of(person, period).query.sql_with_params()
    days = days_of(period)
    works = [int(calendar.is_workday(day)) for day in days]
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT.format(spells=spells), (days, works, *given))
        rows = cursor.fetchall()
    found = [
        Took(step, by_unit, count, float(median), int(most)) for step, by_unit, count, median, most in rows
    ]
    order = {str(step): place for place, step in enumerate(dues.DUES)}
    return sorted(found, key=lambda one: (not one.by_unit, order[one.step]))


def spells_of(person: Person, period: Period) -> QuerySet:
    stops = Entry.objects.filter(matter=OuterRef("matter"), step__in=keys_of(lambda room: room.stops))
    done = Duty.objects.filter(
        seen_by(person, to="matter"),
        opened_at__gte=period.moments[0],
        done_at__lte=period.moments[1],
        dropped=False,
    )
    counted = done.exclude(step__in=dues.having(periodic=True)).exclude(Exists(stops)).order_by()
    return counted.annotate(first=TruncDate("opened_at"), last=TruncDate("done_at")).values(
        "step", "first", "last", by_unit=flag(Q(holder_unit__isnull=False))
    )


def days_of(period: Period) -> list[date]:
    return [period.start + timedelta(days=day) for day in range((period.end - period.start).days + 1)]


def chart(drawn: list[Took]) -> Chart | None:
    if len(drawn) < 2:
        return None
    strands = (
        Strand("中位数", tuple(one.median for one in drawn)),
        Strand("九成以内", tuple(float(one.most) for one in drawn)),
    )
    return Chart("bars", tuple(one.label for one in drawn), strands, unit="个工作日")
