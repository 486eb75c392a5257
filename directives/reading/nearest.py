"""The units somebody may have meant: alike in characters, or in the first letters of their pinyin."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from pypinyin import Style, lazy_pinyin

from .words import fold

CLOSE = 0.6
"""Least likeness (0–1) worth proposing; 「县财致局」 and 「县财政局」 have 0.75."""
SHOWN = 3
COMPARED = 12


def letters(words: str) -> str:
    """First letters of the pinyin, lower case: 「县财政局」 → "xczj"."""
    return "".join(lazy_pinyin(words, style=Style.FIRST_LETTER)).lower()


def nearest(words: str, names: Iterable[tuple[str, str, str]]) -> tuple[str, ...]:
    """Up to three short names, best first. `names`: (folded name, its initials, short name)."""
    folded, spoken = fold(words)[:40], letters(words[:40])
    shared = sorted(names, key=lambda name: -_shared(folded, spoken, name))[:COMPARED]
    best: dict[str, float] = {}
    for name, initials, short in shared:
        best[short] = max(best.get(short, 0), _likeness(folded, spoken, name, initials))
    ranked = sorted(best.items(), key=lambda entry: -entry[1])
    return tuple(short for short, likeness in ranked if likeness >= CLOSE)[:SHOWN]


def _shared(folded, spoken, name):
    """Cheap first sieve: characters in common, so that few pairs are compared in full."""
    common = len(set(folded) & set(name[0]))
    return 2 * common / (len(folded) + len(name[0]) or 1) + (spoken == name[1])


def _likeness(folded, spoken, name, initials):
    if len(spoken) > 2 and spoken == initials:
        return 0.9
    return SequenceMatcher(None, folded, name).ratio()
