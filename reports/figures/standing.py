"""What the numbers mean (facts §10): one definition for a live ledger and for the quotes of a bulletin.

A row counts by four columns: `phase`, `overdue`, `came_due`, `on_time`. Matters get them from
`standing`; quotes carry them as they were when counted.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F

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


COLUMNS = {
    "overdue": lambda at, to: Lights(at).condition("overdue", to),
    "came_due": came_due,
    "on_time": on_time,
}
NOW = "now_"


def standing(matters, at):
    """The matters with `overdue`, `came_due` and `on_time` as of `at`."""
    return matters.annotate(**{name: flag(condition(at, "")) for name, condition in COLUMNS.items()})


def standing_now(quotes, at):
    """The quotes with the four columns of their matters as of `at` beside their own, the names behind `NOW`."""
    now = {f"{NOW}{name}": flag(condition(at, "matter__")) for name, condition in COLUMNS.items()}
    return quotes.annotate(**now, **{f"{NOW}phase": F("matter__phase")})


COUNTED = {
    "closed": ("phase", Phase.CLOSED),
    "running": ("phase", Phase.RUNNING),
    "suspended": ("phase", Phase.SUSPENDED),
    "overdue": ("overdue", True),
    "due": ("came_due", True),
    "on_time": ("on_time", True),
}


def tally(rows: Iterable, when: str = "") -> Figures:
    """The figures over quotes, or over matters with their `standing`; `when`: by which columns of quotes, their own or
    those of `NOW`. Only quotes are named as lagging."""
    rows = list(rows)
    counts = {
        figure: sum(getattr(row, f"{when}{name}") == value for row in rows)
        for figure, (name, value) in COUNTED.items()
    }
    return Figures(total=len(rows), **counts, lagging=sum(getattr(row, "lagging", False) for row in rows))


def by_lead(quotes) -> dict[str, list]:
    """Quotes by lead unit, in the order in which the units first appear."""
    units = {}
    for quote in quotes:
        units.setdefault(quote.lead, []).append(quote)
    return units
