"""What a leader's words ask for: to be known or studied, or to be handled (facts §2.1)."""

import re

from instructions.models import Meaning

ASKS_NOTHING = re.compile(r"(?:已|圈)?阅(?:知|悉|过)?|知悉|知道了|同意")
PAUSES = re.compile(r"[，。；、！,.;!\s]+")
STUDY, HANDLE = re.compile(r"阅研|研究参考|参阅"), re.compile(r"阅处|酌处|研处|酌情处理")


def asks_nothing(words: str) -> bool:
    """Whether it is only 「阅」, 「同意」 and the like: read, and no more to be done."""
    said = [part for part in PAUSES.split(words) if part]
    return bool(said) and all(map(ASKS_NOTHING.fullmatch, said))


def meaning_of(words: str, names_a_unit: bool) -> tuple[Meaning, str]:
    """With the words that say so. What is not plainly something else is to be handled: 批办 where a unit is named."""
    if asks_nothing(words):
        return Meaning.KNOW, words.strip()
    for meaning, pattern in ((Meaning.STUDY, STUDY), (Meaning.HANDLE, HANDLE)):
        if said := pattern.search(words):
            return meaning, said[0]
    return (Meaning.ORDER if names_a_unit else Meaning.HANDLE), words.strip()[:40]
