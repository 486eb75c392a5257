"""Document numbers: the year in six-cornered brackets, no 第, no leading zero (GB/T 9704—2012 §7.2.5)."""

import re
from collections.abc import Iterator

from .finding import MUST, Draft, Finding

BRACKETS = re.compile(
    r"[\[(（【［〖](20\d{2})[\])）】］〗]\s?第?\s?(\d{1,5})\s?号(?!楼|门|线|地块|井|仓|院|机|坑)"
)
ORDINAL = re.compile(r"〔20\d{2}〕\s?第\s?\d{1,5}\s?号")
PADDED = re.compile(r"〔20\d{2}〕\s?0\d{0,4}\s?号")
SHORT_YEAR = re.compile(r"〔\d{2}〕\s?\d{1,5}\s?号")


def check(draft: Draft) -> Iterator[Finding]:
    for number, line in [(0, draft.title), *draft.lines()]:
        for found in BRACKETS.finditer(line):
            right = f"〔{found[1]}〕{int(found[2])}号"
            yield Finding(number, found[0], f"发文字号写成“{right}”。", MUST, right)
        for rule, sentence in (
            (ORDINAL, "发文字号的序号前不加“第”。"),
            (PADDED, "发文字号的序号不编虚位，不写“0”开头。"),
            (SHORT_YEAR, "发文字号的年份写全四位。"),
        ):
            for found in rule.finditer(line):
                yield Finding(number, found[0], sentence, MUST)
