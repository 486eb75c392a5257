"""Ranks inside a class: who has as much shares the place, and the places after that stay empty (1, 1, 3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .adjusting import Total
from .document import Scheme, Subject
from .marking import classes_of


@dataclass(frozen=True)
class Tie:
    class_: str
    rank: int
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Ranking:
    """`ranks`: of those that are ranked; `ranked`: class → how many those are."""

    ranks: Mapping[str, int]
    ranked: Mapping[str, int]
    ties: tuple[Tie, ...]


def rank(scheme: Scheme, subjects: Sequence[Subject], totals: Mapping[str, Total]) -> Ranking:
    ranks: dict[str, int] = {}
    ranked: dict[str, int] = {}
    ties: list[Tie] = []
    for class_, members in classes_of(subjects).items():
        found = {
            one.key: score
            for one in members
            if not one.apart and (score := compared(scheme, totals[one.key])) is not None
        }
        places = competition(found)
        ranks |= places
        ranked[class_] = len(found)
        ties += _ties(class_, places)
    return Ranking(ranks, ranked, tuple(ties))


def compared(scheme: Scheme, total: Total) -> Decimal | None:
    """What is ranked and graded by."""
    return total.shown if scheme.rank_by == "shown" else total.exact


def competition(scores: Mapping[str, Decimal], rising: bool = False) -> dict[str, int]:
    """1 for the highest, or for the lowest where `rising`."""
    ordered = sorted(scores.values(), reverse=not rising)
    first: dict[Decimal, int] = {}
    for place, score in enumerate(ordered, 1):
        first.setdefault(score, place)
    return {key: first[score] for key, score in scores.items()}


def _ties(class_: str, places: Mapping[str, int]) -> list[Tie]:
    sharing: dict[int, list[str]] = {}
    for key, place in places.items():
        sharing.setdefault(place, []).append(key)
    return [Tie(class_, place, tuple(keys)) for place, keys in sorted(sharing.items()) if len(keys) > 1]
