"""Punctuation (GB/T 15834—2011): full width beside Chinese, not doubled, no blanks among Chinese, sentences that end."""

import re
from collections.abc import Iterator

from .finding import MUST, SHOULD, Draft, Finding

HAN = "[\u3400-\u9fff]"
RULES = (
    (
        re.compile(
            rf"(?<={HAN})[,;:!?]|(?<={HAN})\.(?={HAN}|$)|[,;:!?](?={HAN})|(?<={HAN})[()]|[()](?={HAN})"
        ),
        "中文里用全角标点。",
        MUST,
    ),
    (re.compile("[\"']"), "引号用“”‘’。", MUST),
    (re.compile("[，、；：。]{2}|[？！][，、；：。]|[，、；：。][？！]"), "标点重复。", MUST),
    (re.compile(r"\.{3,6}|。{3,6}|(?<!…)…(?!…)"), "省略号写成“……”。", MUST),
    (re.compile(f"(?<={HAN})(?:—(?!—)|--+)(?={HAN})"), "破折号写成“——”；表示起止的除外。", SHOULD),
    (re.compile(r"[０-９Ａ-Ｚａ-ｚ]{1,20}"), "数字和字母用半角。", MUST),
    (re.compile(rf"(?<={HAN})[ \u3000\u00a0]+(?={HAN})"), "汉字之间不留空格。", SHOULD),
    (re.compile("[，、]$"), "一段的末尾不用这个标点。", SHOULD),
)
LONGEST_SENTENCE = 120  # characters [D]


def check(draft: Draft) -> Iterator[Finding]:
    for number, line in draft.lines():
        for rule, sentence, level in RULES:
            for found in rule.finditer(line):
                yield Finding(number, around(line, found), sentence, level)
        yield from endless(number, line)


def around(line: str, found: re.Match) -> str:
    """The mark with a few characters before and after it."""
    return line[max(0, found.start() - 4) : found.end() + 4][:20]


def endless(number: int, line: str) -> Iterator[Finding]:
    for sentence in re.split("[。！？；：]", line):
        if len(sentence) > LONGEST_SENTENCE:
            yield Finding(number, sentence[:12] + "……", f"这一句有{len(sentence)}字，请断开。")
