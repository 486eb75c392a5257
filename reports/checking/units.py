"""Names of units as the directory has them: one character off, or in no directory at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .finding import Draft, Finding

ENDING = re.compile("[局委办镇乡]|中心|街道|公司|支行|大队|总社")
SHORTEST, LONGEST = 3, 14  # characters of a name in which one may be wrong
TOWNS = ("镇", "乡")  # whose names alone are looked at though they have but three characters
# 「县××局」, with no word between that belongs to the sentence and not to a name.
LIKE_A_UNIT = re.compile(
    "县(?:(?![的了在由和与同向从已将被把及于不没未有是为到要请对各该本等其级局])[\u4e00-\u9fff]){2,10}?"
    "(?:局|委员会|管委会|办公室|中心)"
)
NO_UNIT = re.compile("全县|督查局|相关|政府|县委|工作|领导|建立|成立|设立")


def check(draft: Draft) -> Iterator[Finding]:
    if not draft.units:
        return
    names = directory(draft.units)
    for number, line in draft.own_lines():
        yield from misspelt(number, line, names)
        yield from unknown(number, line, names)


@dataclass(frozen=True)
class Names:
    """`blurred`: each name by itself with one of its characters unread; `firsts`: the characters that they begin with."""

    known: frozenset[str]
    blurred: dict[str, str]
    firsts: frozenset[str]

    def ends(self, words: str) -> bool:
        """Whether the words end with a name."""
        return any(words[start:] in self.known for start in range(len(words)))

    def like(self, name: str) -> str | None:
        """The name that differs from this one by a single character."""
        return next((self.blurred[key] for key in blurs(name) if key in self.blurred), None)


@lru_cache(maxsize=2)
def directory(units: frozenset[str]) -> Names:
    names = [unit for unit in sorted(units) if SHORTEST < len(unit) <= LONGEST or unit[-1:] in TOWNS]
    blurred = {key: name for name in names for key in blurs(name)}
    return Names(units, blurred, frozenset(name[0] for name in names))


def blurs(name: str) -> Iterator[str]:
    """Its first and its last character are read always."""
    return (f"{name[:place]}□{name[place + 1 :]}" for place in range(1, len(name) - 1))


def misspelt(number: int, line: str, names: Names) -> Iterator[Finding]:
    for words in dict.fromkeys(
        line[max(0, one.end() - LONGEST) : one.end()] for one in ENDING.finditer(line)
    ):
        if names.ends(words):
            continue
        for name in (words[start:] for start in range(len(words) - SHORTEST + 1)):
            if name[0] in names.firsts and (right := names.like(name)):
                yield Finding(number, name, f"单位名录里没有这个名称，是否指“{right}”？", instead=right)
                break


def unknown(number: int, line: str, names: Names) -> Iterator[Finding]:
    for name in dict.fromkeys(LIKE_A_UNIT.findall(line)):
        if not NO_UNIT.search(name) and not names.ends(name) and not names.like(name):
            yield Finding(number, name, "单位名录里没有这个名称，请核对。")
