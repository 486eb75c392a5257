"""The order of headings: 一、（一）1.（1）, none skipped, counted without gaps (GB/T 9704—2012 §7.3.3)."""

import re
from collections.abc import Iterator

from .finding import MUST, SHOULD, Draft, Finding

NUMERALS = "一二三四五六七八九十"
MARKS = (
    re.compile("^([一二三四五六七八九十]{1,3})、"),
    re.compile("^（([一二三四五六七八九十]{1,3})）"),
    re.compile(r"^(\d{1,3})[.．](?!\d)"),
    re.compile(r"^（(\d{1,3})）"),
)
NAMES = ("一、", "（一）", "1.", "（1）")
ITEMS = 2  # from this level on a list may begin anew under another sentence
WRONG = (
    (re.compile(r"^[一二三四五六七八九十]{1,3}[.．，,]"), "第一层的序数后用顿号：“一、”。"),
    (re.compile(r"^[（(][一二三四五六七八九十\d]{1,3}[）)][、.．，]"), "带括号的序数后不加标点。"),
    (re.compile(r"^\d{1,3}、"), "第三层的序数后用点：“1.”。"),
    (re.compile(r"^\([一二三四五六七八九十\d]{1,3}\)"), "序数用全角括号：“（一）”。"),
    (re.compile("^[①-⒛Ⅰ-Ⅻ❶-❿㈠-㈩]"), "正文的序数按“一、”“（一）”“1.”“（1）”。"),
)
LONE = re.compile("^[一二三四五六七八九十]{1,3}、[^。！？；：]{1,30}。$")


def check(draft: Draft) -> Iterator[Finding]:
    counts = [0] * len(MARKS)
    for number, line in draft.lines():
        for wrong, sentence in WRONG:
            if found := wrong.match(line):
                yield Finding(number, found[0], sentence, MUST)
        if LONE.match(line):
            yield Finding(number, line, "独立成行的标题末尾不用句号。")
        if (place := level_of(line)) is not None:
            yield from counted(number, line, place, counts)


def level_of(line: str) -> int | None:
    return next((place for place, mark in enumerate(MARKS) if mark.match(line)), None)


def counted(number: int, line: str, place: int, counts: list[int]) -> Iterator[Finding]:
    """Compare with what is due, and go on from what stands there."""
    found = MARKS[place].match(line)
    value, due = value_of(found[1]), counts[place] + 1
    if skips(place, counts):
        yield Finding(number, found[0], f"越级了：上一层应是“{NAMES[place - 1]}”。")
    if value == 1 < due:
        yield Finding(number, found[0], "序数重复，又从头数起。", SHOULD if place >= ITEMS else MUST)
    elif value != due:
        yield Finding(number, found[0], f"序数不连续，这里应是第{due}个。", MUST)
    counts[place] = value
    counts[place + 1 :] = [0] * (len(counts) - place - 1)


def skips(place: int, counts: list[int]) -> bool:
    """（1） without 1. above it. 一、 followed at once by 1. is usual where a text has only two levels."""
    return place == len(MARKS) - 1 and not counts[place - 1] and not counts[place]


def value_of(words: str) -> int:
    """「十二」 → 12, 「3」 → 3."""
    if words.isdecimal():
        return int(words)
    tens, ten, ones = words.rpartition("十")
    value = NUMERALS.index(ones[0]) + 1 if ones else 0
    return (NUMERALS.index(tens[0]) + 1 if tens else 1) * 10 + value if ten else value
