"""What the numbers mean (facts §10): one definition for a live ledger and for the quotes of a bulletin.

A row counts by four columns: `phase`, `overdue`, `came_due`, `on_time`. Directives get them from
`standing`; quotes carry them as they were when counted.
"""

from dataclasses import dataclass, replace

from django.db.models import Count, F, Q

from bureau.matters.counting.figures import Ratio, came_due, flag, on_time
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Phase

LABELS = {"closed": "已办结", "running": "正在办理", "suspended": "中止办理", "overdue": "逾期未办结"}


@dataclass(frozen=True)
class Figures:
    """Counts of matters. `due`: whose time has come; `on_time`: of those, finished by then; `lagging`: named as such in a
    bulletin."""

    total: int
    closed: int
    running: int
    suspended: int
    overdue: int
    due: int
    on_time: int
    lagging: int = 0

    def share(self, name: str) -> Ratio:
        """A count as a part of all."""
        return Ratio(getattr(self, name), self.total)

    @property
    def punctuality(self) -> Ratio:
        """按期办结率: finished on or before the due time, of what came due (not of everything)."""
        return Ratio(self.on_time, self.due)

    @property
    def rows(self) -> list[dict]:
        """Label and ratio of each figure, as pages show them; nothing suspended, no word of it."""
        named = [name for name in LABELS if name != "suspended" or self.suspended]
        shares = [{"label": LABELS[name], "ratio": self.share(name)} for name in named]
        return [*shares, {"label": "按期办结率", "ratio": self.punctuality}]


def standing(rows, at, to: str = "matter__"):
    """The rows with `phase`, `overdue`, `came_due` and `on_time` of their matters, reached by `to`, as of `at`."""
    return rows.annotate(
        **({"phase": F(f"{to}phase")} if to else {}),
        overdue=flag(Lights(at).condition("red", to)),
        came_due=flag(came_due(at, to)),
        on_time=flag(on_time(at, to)),
    )


COUNTED = {
    "total": Q(),
    "closed": Q(phase=Phase.CLOSED),
    "running": Q(phase=Phase.RUNNING),
    "suspended": Q(phase=Phase.SUSPENDED),
    "overdue": Q(overdue=True),
    "due": Q(came_due=True),
    "on_time": Q(on_time=True),
}


def tally(rows) -> Figures:
    """The figures over a queryset of quotes, or of directives with their `standing`. One query."""
    # An aggregate must not bear the name of a column that it counts by.
    counts = {f"count_{name}": Count("pk", filter=condition) for name, condition in COUNTED.items()}
    found = rows.aggregate(**counts)
    return Figures(**{name: found[f"count_{name}"] for name in COUNTED})


def tally_quotes(quotes) -> Figures:
    """Of quotes, which alone are named as lagging."""
    return replace(tally(quotes), lagging=quotes.filter(lagging=True).count())


def by_lead(quotes) -> dict[str, list]:
    """Quotes by lead unit, in the order in which the units first appear."""
    units = {}
    for quote in quotes:
        units.setdefault(quote.lead, []).append(quote)
    return units
