"""Dates in official documents: Arabic figures, full year, no leading zero (GB/T 9704—2012 §7.3.5.4); concrete, not 「近日」."""

import re
from collections.abc import Iterator
from datetime import date

from .finding import MUST, Draft, Finding

FOREIGN = re.compile(r"(?<!\d)(\d{4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})(?!\d)")
PADDED = re.compile(r"(?<!\d)(?:\d{4}年)?0\d月\d{1,2}日|(?<!\d)(?:\d{4}年)?\d{1,2}月0\d日")
WHOLE = re.compile(r"(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日")
SHORT_YEAR = re.compile(r"(?<![\d〔])\d{2}年\d{1,2}月")
NUMERALS = re.compile("[〇零一二三四五六七八九]{4}年")
VAGUE = re.compile("近日|日前|不久前|近期内|尽快|适当时候|前不久|上周|下周|昨日|明日")


def check(draft: Draft) -> Iterator[Finding]:
    for number, line in draft.lines():
        yield from foreign(number, line)
        yield from impossible(number, line)
        for found in PADDED.finditer(line):
            yield Finding(number, found[0], "日期的月、日前不加“0”。", MUST)
        for found in SHORT_YEAR.finditer(line):
            yield Finding(number, found[0], "年份写全四位。", MUST)
        for found in NUMERALS.finditer(line):
            yield Finding(number, found[0], "成文中的年份用阿拉伯数字。", MUST)
        for found in VAGUE.finditer(line):
            yield Finding(number, found[0], "时间不具体，请写明几月几日。")


def foreign(number: int, line: str) -> Iterator[Finding]:
    for found in FOREIGN.finditer(line):
        year, month, day = map(int, found.groups())
        yield Finding(number, found[0], f"日期写成“{year}年{month}月{day}日”。", MUST)


def impossible(number: int, line: str) -> Iterator[Finding]:
    for found in WHOLE.finditer(line):
        try:
            date(*map(int, found.groups()))
        except ValueError:
            yield Finding(number, found[0], "没有这一天，请核对。", MUST)
