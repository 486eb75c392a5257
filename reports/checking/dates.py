"""Dates in official documents: Arabic figures, full year, no leading zero (GB/T 9704—2012 §7.3.5.4), and days that exist."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from .finding import MUST, Draft, Finding

FOREIGN = re.compile(r"(?<![\d.])(\d{4})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})(?![\d.])")
PADDED = re.compile(r"(?<!\d)(?:\d{4}年)?(?:0\d月\d{1,2}日|\d{1,2}月0\d日|0\d月(?!\d))")
DAY = re.compile(r"(?<!\d)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:[（(](?:星期|周)([一二三四五六日天])[）)])?")
MONTH = re.compile(r"(?<!\d)\d{4}年(?:0|1[3-9]|[2-9]\d)月")
SHORT_YEAR = re.compile(r"(?<![\d〔第近满前后])\d{2}年\d{1,2}月")
NUMERALS = re.compile(
    "[〇零一二三四五六七八九]{4}年|(?<!农历)(?<!正)[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
YEAR = re.compile(r"(?<![\d.])(\d{4})年(?!来|前)")
EARLIEST, PLANNED, SHORT_TEXT = 1921, 30, 60  # years after today that a plan may name; characters
WEEK = "一二三四五六日"
LEAP_YEAR = 2024  # a day without a year exists if it does in one of these
HALF_A_YEAR = timedelta(days=183)


def check(draft: Draft) -> Iterator[Finding]:
    yield from years(draft)
    for number, line in draft.lines():
        yield from foreign(number, line)
        yield from days(number, line, draft.today)
        for rule, sentence in (
            (PADDED, "日期的月、日前不加“0”。"),
            (MONTH, "没有这个月，请核对。"),
            (SHORT_YEAR, "年份写全四位。"),
            (NUMERALS, "日期用阿拉伯数字。"),
        ):
            for found in rule.finditer(line):
                yield Finding(number, found[0], sentence, MUST)


def years(draft: Draft) -> Iterator[Finding]:
    """Years that no plan reaches and no file is as old as; and days of a text that names no year at all."""
    dated = False
    for number, line in draft.own_lines():
        for found in YEAR.finditer(line):
            dated = True
            if not EARLIEST <= int(found[1]) <= draft.today.year + PLANNED:
                yield Finding(number, found[0], "这个年份不对，请核对。", MUST)
    if dated or YEAR.search(draft.title):
        return
    first = next(((number, one[0]) for number, line in draft.own_lines() if (one := DAY.search(line))), None)
    if first and len(draft.body) > SHORT_TEXT:
        yield Finding(*first, "全文没有写年份，第一次写日期时写明是哪一年。")


def foreign(number: int, line: str) -> Iterator[Finding]:
    for found in FOREIGN.finditer(line):
        year, month, day = map(int, found.groups())
        right = f"{year}年{month}月{day}日"
        yield Finding(number, found[0], f"日期写成“{right}”。", MUST, right)


def days(number: int, line: str, today: date) -> Iterator[Finding]:
    """Days that no calendar has, and weekdays that are another's."""
    for found in DAY.finditer(line):
        year, month, day, weekday = found.groups()
        this = existing(int(year or LEAP_YEAR), int(month), int(day))
        if this is None:
            yield Finding(number, found[0], "没有这一天，请核对。", MUST)
        elif weekday:
            yield from other_weekday(number, found[0], this if year else nearest(this, today), weekday)


def existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(this: date, today: date) -> date | None:
    """The day of that month and number that is nearest to today."""
    near = (existing(today.year + years, this.month, this.day) for years in (-1, 0, 1))
    return next((one for one in near if one and abs(one - today) <= HALF_A_YEAR), None)


def other_weekday(number: int, quote: str, this: date | None, said: str) -> Iterator[Finding]:
    if this and WEEK[this.weekday()] != said.replace("天", "日"):
        sentence = f"{this.year}年{this.month}月{this.day}日是星期{WEEK[this.weekday()]}，请核对。"
        yield Finding(number, quote, sentence, MUST)
