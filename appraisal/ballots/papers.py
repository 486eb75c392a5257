"""Paper ballots: two counts of two people, compared cell by cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from appraisal.ballots.counting import Count
from appraisal.ballots.models import Group, PaperCount, Subject


@dataclass(frozen=True)
class Difference:
    """One figure on which the two counts differ. `first`, `second`: in the order in which they were entered."""

    where: str
    first: int
    second: int


def count_of(paper: PaperCount, subjects: Sequence[Subject]) -> Count:
    return Count(paper.received, paper.invalid, tuple(tuple(paper.cells[str(one.pk)]) for one in subjects))


def both(group: Group) -> list[PaperCount]:
    return sorted(group.counts.all(), key=lambda one: one.pk)


def same(first: PaperCount, second: PaperCount) -> bool:
    return (first.received, first.invalid, first.cells) == (second.received, second.invalid, second.cells)


def accepted(group: Group) -> PaperCount | None:
    """What two people counted alike; None until then."""
    found = both(group)
    return found[0] if len(found) == 2 and same(*found) else None


def differences(group: Group, subjects: Sequence[Subject], options: Sequence[str]) -> list[Difference]:
    """Of two counts that are not equal; nothing while there is only one."""
    found = both(group)
    if len(found) < 2:
        return []
    first, second = found
    figures = [
        ("收回张数", first.received, second.received),
        ("无效张数", first.invalid, second.invalid),
        *(
            (f"{one.label}“{name}”", mine, other)
            for one in subjects
            for name, mine, other in zip(
                options, first.cells[str(one.pk)], second.cells[str(one.pk)], strict=True
            )
        ),
    ]
    return [Difference(*figure) for figure in figures if figure[1] != figure[2]]
