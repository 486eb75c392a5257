"""Figures that contradict each other in one sentence: parts that do not add up, a percentage that is another's, one without
its numerator (facts §10: a share is never shown without its whole)."""

import re
from collections.abc import Iterator

from .finding import MUST, Draft, Finding

SENTENCE = re.compile("[^。！？\n]+")
TOTAL = re.compile(r"(?:事项|任务|议定事项|批示件|其)?共(?:有|计)?(\d{1,5})[项件]")
PARTS = re.compile(
    r"(?<![期时未])(?:已经?办结|办结|正在办理|在办|中止办理)(\d{1,5})[项件](?:，占(?:总数的|比)?(\d{1,3})(?:\.(\d))?%)?"
)
KINDS = re.compile("(办结|办理|在办|中止)")
RATE = re.compile(r"(?:占(?:总数的|比)?|[办结期时]率(?:为|达到?)?)(\d{1,3}(?:\.\d{1,2})?)%")
COUNT = re.compile(r"\d[项件个户人次家处公亩万元里]")


def check(draft: Draft) -> Iterator[Finding]:
    for number, line in draft.own_lines():
        for sentence in SENTENCE.findall(line):
            yield from of_sentence(number, sentence)


def of_sentence(number: int, sentence: str) -> Iterator[Finding]:
    for found in RATE.finditer(sentence):
        if float(found[1]) > 100:
            yield Finding(number, found[0], "超过100%，请核对。", MUST)
        elif not COUNT.search(sentence):
            yield Finding(number, found[0], "写明百分比的分子和分母，如“6项，占22项的27%”。")
    totals, parts = list(TOTAL.finditer(sentence)), list(PARTS.finditer(sentence))
    if len(totals) == 1 and parts and totals[0].start() < parts[0].start():
        yield from of_total(number, int(totals[0][1]), parts)


def of_total(number: int, total: int, parts: list[re.Match]) -> Iterator[Finding]:
    for part in parts:
        count = int(part[1])
        if count > total:
            yield Finding(number, part[0], f"比总数{total}还多，请核对。", MUST)
        elif part[2] and total and said(part) != (right := percent(count, total, bool(part[3]))):
            yield Finding(number, part[0], f"{count}占{total}的{right}%，请核对。", MUST)
    names = [KINDS.search(part[0])[1] for part in parts]
    if (
        len(parts) > 1
        and len(set(names)) == len(names)
        and (known := sum(int(part[1]) for part in parts)) != total
    ):
        yield Finding(number, parts[-1][0], f"各部分加起来是{known}，总数是{total}，请核对。", MUST)


def said(part: re.Match) -> str:
    return part[2] + (f".{part[3]}" if part[3] else "")


def percent(part: int, whole: int, fine: bool = False) -> str:
    """Half up: 6 of 22 are 「27」; `fine`: to one decimal, 「27.3」."""
    scale = 1000 if fine else 100
    value = (2 * scale * part + whole) // (2 * whole)
    return f"{value // 10}.{value % 10}" if fine else str(value)
