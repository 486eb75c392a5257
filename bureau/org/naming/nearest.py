"""The units somebody may have meant: alike in characters, or in the first letters of their pinyin."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest

from bureau.org.initials import initials

from .folding import fold

CLOSE = 0.6
"""Least likeness (0–1) worth proposing; 「县财致局」 and 「县财政局」 have 0.75."""
SHOWN = 3
COMPARED = 8
"""Names that share most characters and are compared in full."""


@dataclass(frozen=True)
class Named:
    """One folded name of a unit, its pinyin initials, its characters, and the unit's short name."""

    name: str
    initials: str
    signs: frozenset[str]
    short: str


def named(name: str, short: str) -> Named:
    """A name made ready for comparing."""
    return Named(name, initials(name), frozenset(name), short)


def nearest(words: str, names: Iterable[Named]) -> tuple[str, ...]:
    """Up to three short names, best first."""
    folded, spoken = fold(words[:40]), initials(words[:40])
    signs = frozenset(folded)
    sieved = nlargest(
        COMPARED, names, key=lambda n: 2 * len(signs & n.signs) - len(n.name) + 9 * (spoken == n.initials)
    )
    best: dict[str, float] = {}
    for one in sieved:
        best[one.short] = max(best.get(one.short, 0), _likeness(folded, spoken, one))
    ranked = sorted(best.items(), key=lambda entry: -entry[1])
    return tuple(short for short, likeness in ranked if likeness >= CLOSE)[:SHOWN]


def _likeness(folded, spoken, one):
    if len(spoken) > 2 and spoken == one.initials:
        return 0.9
    return SequenceMatcher(None, folded, one.name).ratio()
