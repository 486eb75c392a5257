"""The figures of some instructions, and the line of a table that they make."""

from collections import Counter
from dataclasses import dataclass, field
from statistics import median

from bureau.matters.counting.figures import Ratio
from instructions.figures import Figure


@dataclass
class Tally:
    """The figures of some instructions. `times`: how often a result was sent, and came back; `days`: of each round."""

    counts: Counter = field(default_factory=Counter)
    times: Counter = field(default_factory=Counter)
    days: list[int] = field(default_factory=list)

    def add(self, figures: list[str], times: dict) -> None:
        """One instruction, with the figures that it counts for."""
        self.counts.update(figures)
        self.times.update(times)

    @property
    def completion(self) -> Ratio:
        """办结率: closed, of what is pursued."""
        return Ratio(self.counts[Figure.CLOSED], self.counts[Figure.PURSUED])

    @property
    def punctuality(self) -> Ratio:
        """按期办结率: closed on time, of what came due."""
        return Ratio(self.counts[Figure.ON_TIME], self.counts[Figure.DUE])

    @property
    def returned(self) -> Ratio:
        """退回率: how often a result came back, of how often one was sent."""
        return Ratio(self.times["returned"], self.times["sent"])

    @property
    def mean(self) -> float | None:
        """To one decimal, half up."""
        count = len(self.days)
        return (20 * sum(self.days) + count) // (2 * count) / 10 if count else None

    @property
    def median(self) -> float | None:
        return float(median(self.days)) if self.days else None


@dataclass(frozen=True)
class Line:
    """One line of a table. `asks`: the ledger's conditions for what it counts."""

    label: str
    asks: dict[str, str]
    tally: Tally
