"""基层负担: how often units were asked for something in this month, as the page of the burden counts it."""

from dataclasses import dataclass
from datetime import date

from bureau.org.models import Unit
from bureau.pages import period
from reports import burden


@dataclass(frozen=True)
class Burdened:
    """`week`: the most in a week of the month."""

    unit: Unit
    times: int
    week: int


def burdened(today: date) -> list[Burdened]:
    """Units that were asked, in the customary order. Four statements."""
    times: dict[int, list[int]] = {}
    for (unit, _month, _week), count in burden.asked(
        *period.of(today.year, str(today.month)).moments
    ).items():
        times.setdefault(unit, []).append(count)
    units = Unit.objects.filter(pk__in=times).order_by("order", "pk")
    return [Burdened(unit, sum(times[unit.pk]), max(times[unit.pk])) for unit in units]
