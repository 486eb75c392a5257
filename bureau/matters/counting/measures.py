"""What is counted of matters, whatever their function (facts §10): each share with its part and its whole.

What was voided counts nowhere. Registered: by the day of registration. Signed on time: of the leads' 签收 that came due.
Closed: of what is to be handled; what asks only to be known counts but as registered. On time: closed by its date, of
what came due. Overdue: not handed in after its date, of what was given out. Returned: results that came back, of those
sent; and how many matters had one. Extended: with more time granted, of what was given out. Days: working days from giving
out to the result that was handed in, less what was suspended.
"""

from collections import Counter
from dataclasses import dataclass, field
from statistics import median

from bureau.matters.counting.figures import Ratio

REGISTERED, MEAN, MEDIAN = "registered", "mean", "median"
SHARES = {  # a share: label, part, whole
    "signed": ("按时签收", "signed", "sign_due"),
    "closed": ("办结", "closed", "pursued"),
    "on_time": ("按期办结", "on_time", "due"),
    "overdue": ("逾期未办结", "overdue", "opened"),
    "returned": ("退回", "came_back", "sent"),
    "extended": ("延期", "extended", "opened"),
}
MEASURES = {
    REGISTERED: "登记",
    **{name: label for name, (label, _part, _whole) in SHARES.items()},
    MEAN: "平均用时（工作日）",
    MEDIAN: "中位用时（工作日）",
}
DAYS = (MEAN, MEDIAN)
FLAGS = ("opened", "closed", "due", "on_time", "late", "overdue", "extended")
HANDLED = (
    "pursued",
    "opened",
    "closed",
    "due",
    "on_time",
    "late",
    "overdue",
    "extended",
)  # counted of what is to be handled alone
TIMES = ("sent", "came_back", "sign_due", "signed")


@dataclass
class Tally:
    """Counts by name, and the days of each spell."""

    counts: Counter = field(default_factory=Counter)
    days: list[int] = field(default_factory=list)

    def add(self, row: dict) -> None:
        """One matter, by what it counts."""
        self.counts[REGISTERED] += 1
        for name in ("pursued", *FLAGS, *TIMES):
            self.counts[name] += row[name]
        self.counts["returned"] += bool(row["pursued"] and row["came_back"])

    def share(self, name: str) -> Ratio:
        _label, part, whole = SHARES[name]
        return Ratio(self.counts[part], self.counts[whole])

    @property
    def shares(self) -> dict[str, Ratio]:
        return {name: self.share(name) for name in SHARES}

    @property
    def registered(self) -> int:
        return self.counts[REGISTERED]

    @property
    def mean(self) -> float | None:
        """Working days, to one decimal, half up."""
        count = len(self.days)
        return (20 * sum(self.days) + count) // (2 * count) / 10 if count else None

    @property
    def median(self) -> float | None:
        return float(median(self.days)) if self.days else None

    def value(self, measure: str) -> float | None:
        """As a chart draws it: a number of matters, or of days."""
        if measure in DAYS:
            return getattr(self, measure)
        return self.counts[SHARES[measure][1] if measure in SHARES else measure]
