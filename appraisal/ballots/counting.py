"""Ballots counted, and what they mean together. Pure: no Django, no database, Decimal, the same ballots give the same numbers in
whatever order they lie."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from appraisal.ballots.terms import BLANK, Marks, Option, Terms
from appraisal.scoring.numbers import exactly, rounded

PLACES = 2


@dataclass(frozen=True)
class Count:
    """Of one group: ballots that came in, those of them that do not count, and of the others for each row how many for each option."""

    received: int
    invalid: int
    rows: tuple[tuple[int, ...], ...]

    @property
    def valid(self) -> int:
        return self.received - self.invalid


def count(ballots: Iterable[Marks], terms: Terms, rows: int) -> Count:
    received = invalid = 0
    found = [[0] * len(terms.options) for _row in range(rows)]
    for marks in ballots:
        received += 1
        if terms.why_invalid(marks):
            invalid += 1
            continue
        for row, mark in zip(found, marks, strict=True):
            if mark != BLANK:
                row[mark - 1] += 1
    return Count(received, invalid, tuple(map(tuple, found)))


def tells(row: Sequence[int], least: int) -> bool:
    """Whether so many marked it that the numbers do not tell who."""
    return sum(row) >= least


@exactly
def mean(row: Sequence[int], options: Sequence[Option]) -> Decimal:
    total = sum((option.value * times for option, times in zip(options, row, strict=True)), Decimal())
    return rounded(total / sum(row), PLACES)


@exactly
def weighted(
    rows: Mapping[int, Sequence[int]],
    weights: Mapping[int, Decimal],
    options: Sequence[Option],
    least: int,
) -> Decimal | None:
    """One row over all groups (by key): the mean of each by its weight. A group of which nothing is told leaves its weight to the others;
    None where none is left."""
    told = {key: row for key, row in rows.items() if tells(row, least)}
    if not told:
        return None
    means = {
        key: sum((option.value * times for option, times in zip(options, row, strict=True)), Decimal())
        / sum(row)
        for key, row in told.items()
    }
    total = sum((means[key] * weights[key] for key in told), Decimal())
    return rounded(total / sum((weights[key] for key in told), Decimal()), PLACES)
