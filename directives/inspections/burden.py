"""督查频次: how often each unit was looked at in a year, month by month (第15条: 严格控制督查频次和时限)."""

from collections import Counter
from dataclasses import dataclass

from bureau.matters.access.visibility import seen_by
from bureau.org.models import Person, Unit
from directives.inspections import states
from directives.inspections.models import Target


@dataclass(frozen=True)
class Burden:
    """`months`: twelve counts of activities by the month in which they begin; `days`: on site, in all."""

    unit: Unit
    months: tuple[int, ...]
    days: int

    @property
    def total(self) -> int:
        return sum(self.months)


def burdens(person: Person, year: int) -> list[Burden]:
    """Among what this person sees; the most burdened first."""
    found = Target.objects.filter(seen_by(person, to="inspection__matter"), inspection__begins_on__year=year)
    months: Counter[tuple[int, int]] = Counter()
    days: Counter[int] = Counter()
    units: dict[int, Unit] = {}
    for target in found.exclude(inspection__state=states.VOID).select_related(
        "inspection", "assignment__unit"
    ):
        unit, inspection = target.unit, target.inspection
        units[unit.pk] = unit
        months[unit.pk, inspection.begins_on.month] += 1
        days[unit.pk] += (inspection.ends_on - inspection.begins_on).days + 1
    rows = [
        Burden(unit, tuple(months[key, month] for month in range(1, 13)), days[key])
        for key, unit in units.items()
    ]
    return sorted(rows, key=lambda row: (-row.total, -row.days, row.unit.order, row.unit.pk))
