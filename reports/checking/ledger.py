"""Typed figures against the ledger: 「办结7件」 where the ledger says 6, 「占30%」 where 6 of 22 are 27%."""

import re
from collections.abc import Iterator, Mapping

from .finding import MUST, Draft, Finding
from .shares import SENTENCE, percent

SHARE = r"(?:，占(?:总数的|比)?(\d{1,3})(\.\d)?%)?"
COUNTED = {
    name: re.compile(f"{words}{SHARE}")
    for name, words in {
        "总数": r"(?:纳入督查的|议定)事项共(?:有|计)?(\d{1,5})[项件]",
        "已办结": r"(?<![期时未])(?:已经?办结|办结)(\d{1,5})[项件]",
        "正在办理": r"(?:正在办理|在办)(\d{1,5})[项件]",
        "中止办理": r"中止办理(\d{1,5})[项件]",
        "逾期未办结": r"逾期未办结(\d{1,5})[项件]",
        "按期办结": r"按[期时]办结(\d{1,5})[项件]",
    }.items()
}
PUNCTUALITY = re.compile(r"按[期时]办结率(?:为|达到?)?(\d{1,3})(\.\d)?%")
# A sentence that counts only some of the matters, or counted them at another time.
OTHERS = re.compile("牵头|协办|承办的|涉及|上期|上次|上月|去年|同期|上年|以来|乡镇|部门|分别")


def check(draft: Draft) -> Iterator[Finding]:
    if not draft.counts.get("总数"):
        return
    for number, line in draft.own_lines():
        for sentence in SENTENCE.findall(line):
            yield from of_sentence(number, sentence, draft)


def of_sentence(number: int, sentence: str, draft: Draft) -> Iterator[Finding]:
    found = [(name, one) for name, rule in COUNTED.items() for one in rule.finditer(sentence)]
    rates = list(PUNCTUALITY.finditer(sentence))
    if not (found or rates) or of_some(sentence, draft.units):
        return
    for name, one in found:
        yield from compared(number, one[0], name, int(one[1]), draft.counts.get(name))
        yield from compared_share(number, one, f"{name}占比", draft.counts.get(name), draft.counts["总数"])
    for one in rates:
        yield from rate(number, one, draft.counts)


def of_some(sentence: str, units: frozenset[str]) -> bool:
    return bool(OTHERS.search(sentence)) or any(unit in sentence for unit in units)


def compared(number: int, quote: str, name: str, typed: int, ledger: int | None) -> Iterator[Finding]:
    if ledger is not None and typed != ledger:
        yield Finding(number, quote, differs(name, str(ledger)), MUST)


def compared_share(number: int, one: re.Match, name: str, part: int | None, whole: int) -> Iterator[Finding]:
    if one[2] is None or part is None:
        return
    right = percent(part, whole, bool(one[3]))
    if one[2] + (one[3] or "") != right:
        yield Finding(number, one[0], differs(name, f"{right}%"), MUST)


def rate(number: int, one: re.Match, counts: Mapping[str, int]) -> Iterator[Finding]:
    if not (due := counts.get("已到时限")):
        return
    right = percent(counts.get("按期办结", 0), due, bool(one[2]))
    if one[1] + (one[2] or "") != right:
        yield Finding(number, one[0], differs("按期办结率", f"{right}%"), MUST)


def differs(name: str, ledger: str) -> str:
    return f"台账里的{name}是{ledger}，请核对；写成“{{{name}}}”就随台账更新。"
