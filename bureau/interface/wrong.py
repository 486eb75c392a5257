"""What is wrong with what was sent: where, and what to do."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """`row`: which order or item, counted from 1; None where it is about none. `field`: which of its values; empty for none."""

    field: str
    sentence: str
    row: int | None = None


class Wrong(Exception):
    """Nothing was done."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems
