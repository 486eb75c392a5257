"""Suggestions counted: in all, and by whom they were put to, in the customary order and never by score."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, FilteredRelation, Q, QuerySet

from bureau.matters.counting.figures import Ratio, flag
from bureau.matters.models import Assignment
from bureau.org.models import Unit
from bureau.pages.period import Period
from directives.suggestions.figures import Figure, conditions
from directives.suggestions.models import Suggestion, To


@dataclass(frozen=True)
class Line:
    """`asks`: the ledger's conditions for what it counts."""

    label: str
    asks: dict[str, str]
    counts: Counter

    @property
    def taken_up(self) -> Ratio:
        """采纳率: adopted and partly, of what was answered."""
        counts = self.counts
        return Ratio(counts[Figure.ADOPTED] + counts[Figure.PARTLY], counts[Figure.ANSWERED])


class Counting:
    """Of these suggestions (a queryset), those of the period. One query, and one of the units' order."""

    def __init__(self, suggestions: QuerySet, period: Period) -> None:
        self.period = period
        self.rows = list(self.read(suggestions.order_by()))

    def read(self, suggestions: QuerySet) -> Iterable[dict]:
        figures = conditions(self.period)
        lead = Q(matter__assignments__role=Assignment.Role.LEAD)
        found = suggestions.filter(figures[Figure.SENT]).alias(
            led=FilteredRelation("matter__assignments", condition=lead)
        )
        flags: dict[str, Any] = {f"is_{name}": flag(condition) for name, condition in figures.items()}
        named = found.annotate(unit_name=F("led__unit__short"), leader_name=F("recipient__name"), **flags)
        return named.values("to", "unit_name", "leader_name", "meeting", *flags)

    @property
    def total(self) -> Line:
        return Line("合计", {}, counted(self.rows))

    @property
    def lines(self) -> list[Line]:
        """Units in their order, then leaders and meetings together."""
        of_units: dict[str, list[dict]] = defaultdict(list)
        for row in self.rows:
            if row["to"] == To.UNIT:
                of_units[row["unit_name"]].append(row)
        order = Unit.objects.values_list("short", flat=True) if of_units else ()
        lines = [
            Line(name, {"to": To.UNIT, "unit": name}, counted(of_units[name]))
            for name in order
            if name in of_units
        ]
        for to in (To.LEADER, To.MEETING):
            if rows := [row for row in self.rows if row["to"] == to]:
                lines.append(Line(str(to.label), {"to": to}, counted(rows)))
        return lines


def counted(rows: Iterable[dict]) -> Counter:
    counts: Counter = Counter()
    for row in rows:
        for name in Figure.values:
            counts[name] += row[f"is_{name}"]
    return counts


def figures(period: Period) -> dict:
    """Of all suggestions, as who sees everything reads them: `manage.py figures suggestions --json`."""
    counting = Counting(Suggestion.objects.all(), period)
    return {
        "period": [f"{period.start}", f"{period.end}"],
        "total": plain(counting.total),
        "groups": {"addressee": [{"label": line.label, **plain(line)} for line in counting.lines]},
    }


def plain(line: Line) -> dict:
    share = line.taken_up
    percent = share.tenths if share.whole else None
    return {
        **{name: line.counts[name] for name in Figure.values},
        "taken_up": {"part": share.part, "whole": share.whole, "percent": percent},
    }
