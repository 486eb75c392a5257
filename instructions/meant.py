"""What a leader's words ask for: to be known or studied, or to be handled (facts §2.1); and what of them units may be told."""

import re

from instructions.models import Meaning

ASKS_NOTHING = re.compile(r"(?:已|圈)?阅(?:知|悉|过)?|知悉|知道了|同意")
PAUSES = re.compile(r"[，。；、！,.;!\s]+")
SENTENCE, CLAUSE = re.compile(r"[^。！？\n]+"), re.compile(r"[^，,；;]+")
ASKING = re.compile(r"请|务必|必须|抓紧|尽快|限期|要求")
TO_THE_LEADER = re.compile(r"(?:报|告|告知)(?:我|本人)|不必.*报|报(?:送)?结果$")
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


def abridged(words: str) -> str:
    """The sentences that ask for something, without the clauses on what the leader is told: judgements of others stay above.
    Empty where they ask for nothing."""
    asking = [one for one in SENTENCE.findall(words) if ASKING.search(one)]
    kept = [[part for part in CLAUSE.findall(one) if not TO_THE_LEADER.search(part)] for one in asking]
    return "".join(f"{'，'.join(parts)}。" for parts in kept if parts)
