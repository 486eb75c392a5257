"""Brackets, quotes and titles of books stand in pairs, one kind inside the other (GB/T 15834—2011 §4.8, §4.9, §4.15)."""

from collections.abc import Iterator

from .finding import MUST, Draft, Finding

PAIRS = {"（": "）", "《": "》", "〈": "〉", "“": "”", "‘": "’", "〔": "〕", "【": "】"}
OPENED_BY = {end: begin for begin, end in PAIRS.items()}
INSIDE = {"“": "引号里面再用引号，用‘’。", "《": "书名号里面再用书名号，用〈〉。"}


def check(draft: Draft) -> Iterator[Finding]:
    for number, line in [(0, draft.title), *draft.lines()]:
        yield from unpaired(number, line)


def unpaired(number: int, line: str) -> Iterator[Finding]:
    """The first mark of a line that has no other half; what comes after it cannot be told."""
    opened = []
    for place, char in enumerate(line):
        if char in INSIDE and char in opened[-1:]:
            yield Finding(number, line[place : place + 8], INSIDE[char])
            return
        if char in PAIRS:
            opened.append(char)
        elif char in OPENED_BY and (not opened or opened.pop() != OPENED_BY[char]):
            yield Finding(
                number, line[max(0, place - 4) : place + 1], f"“{OPENED_BY[char]}{char}”不成对。", MUST
            )
            return
    if opened:
        place = line.rindex(opened[-1])
        yield Finding(number, line[place : place + 6], f"“{opened[-1]}{PAIRS[opened[-1]]}”不成对。", MUST)
