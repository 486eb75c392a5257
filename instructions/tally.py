"""A line of a table of instructions, and the figures in it."""

from collections import Counter
from dataclasses import dataclass

from bureau.matters.counting.measures import REGISTERED, Tally
from instructions.figures import Figure


@dataclass(frozen=True)
class Line:
    """`asks`: the ledger's conditions for what it counts."""

    label: str
    asks: dict[str, str]
    tally: Tally

    @property
    def counts(self) -> Counter:
        """By `Figure`: of what was received, what is to be handled is pursued, the rest filed."""
        found = self.tally.counts
        further = {
            Figure.RECEIVED: found[REGISTERED],
            Figure.FILED: found[REGISTERED] - found[Figure.PURSUED],
            Figure.OPEN: found[Figure.PURSUED] - found[Figure.CLOSED],
        }
        return Counter({**found, **further})
