"""What weighs on a cadre: rooms tell it when they start, whoever judges cadres asks here, and no room knows another."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bureau.matters.lineage.nodes import Key


@dataclass(frozen=True)
class Weight:
    """A sentence, and what it is said of."""

    words: str
    of: Key


# `(cadres, since, until)`: of these keys, what weighs on whom on any of these days.
TELLERS: list[Callable[[Collection[int], date, date], Mapping[int, Iterable[Weight]]]] = []
# Of these things, on whom each weighs: keys of cadres.
BEARERS: list[Callable[[Collection[Key]], Mapping[Key, int]]] = []


def weights(cadres: Collection[int], since: date, until: date) -> dict[int, list[Weight]]:
    found: dict[int, list[Weight]] = defaultdict(list)
    for tell in TELLERS:
        for cadre, told in tell(cadres, since, until).items():
            found[cadre] += told
    return dict(found)


def weighs(cadres: Collection[int], since: date, until: date) -> dict[int, list[str]]:
    """The same in sentences."""
    return {cadre: [one.words for one in told] for cadre, told in weights(cadres, since, until).items()}


def bearers(keys: Collection[Key]) -> dict[Key, int]:
    return {key: cadre for find in BEARERS for key, cadre in find(keys).items()}
