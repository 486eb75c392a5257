"""Punctuation (GB/T 15834—2011): full width beside Chinese, paired, not doubled, no blanks among Chinese."""

import re
from collections.abc import Iterator

from .finding import MUST, Draft, Finding

HAN = "[\u3400-\u9fff]"
HALF = re.compile(rf"(?<={HAN})[,;:!?]|(?<={HAN})\.(?={HAN}|$)|[,;:!?](?={HAN})|(?<={HAN})[()]|[()](?={HAN})")
STRAIGHT = re.compile("[\"']")
DOUBLED = re.compile("([，、；：。！？])[，、；：。！？]+|(?<!…)…(?!…)|(?<!—)—(?!—)")
BLANK = re.compile(rf"(?<={HAN})[ \u3000\u00a0]+(?={HAN})")
TWICE = re.compile("的的|了了|和和|在在|是是")
PAIRS = {"（": "）", "《": "》", "“": "”", "‘": "’", "〔": "〕", "【": "】"}
LONGEST_SENTENCE = 150


def check(draft: Draft) -> Iterator[Finding]:
    for number, line in draft.lines():
        for found in HALF.finditer(line):
            yield Finding(number, around(line, found), "中文里用全角标点。", MUST)
        for found in STRAIGHT.finditer(line):
            yield Finding(number, around(line, found), "引号用“”‘’。", MUST)
        for found in DOUBLED.finditer(line):
            yield Finding(number, around(line, found), "标点重复或不成对（破折号“——”、省略号“……”）。", MUST)
        for found in BLANK.finditer(line):
            yield Finding(number, around(line, found), "汉字之间不留空格。")
        for found in TWICE.finditer(line):
            yield Finding(number, around(line, found), "重复的字。")
        yield from unpaired(number, line)
        for sentence in re.split("[。！？；]", line):
            if len(sentence) > LONGEST_SENTENCE:
                yield Finding(number, sentence[:12] + "……", f"这一句有{len(sentence)}字，请断开。")


def around(line: str, found) -> str:
    """The mark with a few characters before and after it."""
    return line[max(0, found.start() - 4) : found.end() + 4]


def unpaired(number: int, line: str) -> Iterator[Finding]:
    opened, closing = [], {end: begin for begin, end in PAIRS.items()}
    for char in line:
        if char in PAIRS:
            opened.append(char)
        elif char in closing and (not opened or opened.pop() != closing[char]):
            yield Finding(number, char, f"“{closing[char]}{char}”不成对。", MUST)
            return
    if opened:
        yield Finding(number, opened[-1], f"“{opened[-1]}{PAIRS[opened[-1]]}”不成对。", MUST)
