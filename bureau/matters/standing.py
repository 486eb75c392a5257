"""What weighs on a cadre: rooms tell it when they start, whoever judges cadres asks here, and no room knows another."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date

# `(cadres, since, until)`: of these keys, what weighs on whom on any of these days, a sentence each.
TELLERS: list[Callable[[Collection[int], date, date], Mapping[int, Iterable[str]]]] = []


def weighs(cadres: Collection[int], since: date, until: date) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for tell in TELLERS:
        for cadre, sentences in tell(cadres, since, until).items():
            found[cadre] += sentences
    return dict(found)
