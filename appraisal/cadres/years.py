"""历年考核 of a unit: by period what it was scored for each indicator, what was added and taken; by kind what else happened, from the
ledgers of all rooms."""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from appraisal.models import Adjustment, AdjustmentRule, Appraised, Result
from appraisal.proposals import happened_between
from appraisal.reading import adjustments_seen, is_told, parts_seen
from appraisal.reckoning import Line, line_of
from bureau.matters.access.visibility import reads_above
from bureau.org.models import Person, Unit

Source = AdjustmentRule.Source


@dataclass
class Year:
    """`line`: as it was kept, None while nothing was told. `happened`: label and how often; nothing of it for the unit itself."""

    part: Appraised
    line: Line | None
    adjustments: list[Adjustment]
    happened: list[tuple[str, int]] = field(default_factory=list)

    @property
    def half(self) -> bool:
        return self.part.period.part == "half"


@dataclass(frozen=True)
class Row:
    """One indicator through the periods: points of full mark, in the order of the years."""

    name: str
    cells: tuple[tuple[Decimal | None, Decimal] | None, ...]


def years(person: Person, unit: Unit) -> list[Year]:
    """The last first; a unit's own people read what was told them."""
    parts = list(
        parts_seen(person)
        .filter(assignment__unit=unit)
        .exclude(period__state="void")
        .order_by("-period__begins_on", "-period__ends_on")
    )
    kept = last_lines(parts)
    found = list(adjustments_seen(person).filter(appraised__in=[one.pk for one in parts]))
    return [
        Year(one, kept.get(one.pk), [each for each in found if each.appraised_id == one.pk]) for one in parts
    ]


def last_lines(parts: list[Appraised]) -> dict[int, Line]:
    """What was kept last of each, once it may be told."""
    told = [one for one in parts if is_told(one)]
    kept: dict[tuple[int, int], Result] = {
        (one.period_id, one.scheme_id): one
        for one in Result.objects.filter(period__in=[part.period_id for part in told]).order_by("pk")
    }
    found = {}
    for one in told:
        result = kept.get((one.period_id, one.scheme_id))
        if result and (line := result.line_for(one.unit)):
            found[one.pk] = line_of(line)
    return found


def with_happenings(person: Person, found: list[Year]) -> None:
    """For who reads above units: what the ledgers tell of each period."""
    above = [year for year in found if reads_above(person, year.part.matter)]
    if not above:
        return
    periods, labels = [year.part.period for year in above], dict(Source.choices)
    since, until = min(one.begins_on for one in periods), max(one.ends_on for one in periods)
    own = [one for one in happened_between(since, until) if one.unit == above[0].part.assignment.unit_id]
    for year, period in zip(above, periods, strict=True):
        counted = Counter(one.kind for one in own if period.begins_on <= one.on <= period.ends_on)
        year.happened = [(labels.get(kind, kind), number) for kind, number in counted.most_common()]


def indicators(found: list[Year]) -> list[Row]:
    """A row for each indicator by its name, a cell for each year that was told."""
    told = [one for one in found if one.line]
    names = dict.fromkeys(row.name for one in told if one.line for row in one.line.rows)
    by_year = [{row.name: (row.score, row.full) for row in one.line.rows} if one.line else {} for one in told]
    return [Row(name, tuple(each.get(name) for each in by_year)) for name in names]
