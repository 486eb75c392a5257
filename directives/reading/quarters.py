"""Columns of a task table that say what is to be reached by when: 「一季度目标」「上半年」「前三季度」「1-3月」."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date

from bureau.org.naming import fold
from bureau.org.reading.words import numeral

QUARTER = re.compile(r"(前?)(?:第)?([一二三四1-4])季")
MONTH = re.compile(r"(\d{1,2}|十?[一二三四五六七八九十])月")
SAYS_MORE = re.compile(r"[\u4e00-\u9fff\d]")
HALF = {"上半年": 6, "下半年": 12}


def month_of(label: str) -> int | None:
    """The last month that the label means."""
    words = fold(label)
    if half := next((month for name, month in HALF.items() if name in words), None):
        return half
    if quarter := QUARTER.search(words):
        return 3 * numeral(quarter[2])
    months = [numeral(one) for one in MONTH.findall(words)]
    return months[-1] if months and 1 <= months[-1] <= 12 else None


def staged(columns: Iterable[tuple[str, str]], year: int, due: date | None) -> Iterator[tuple[date, str]]:
    """Day and words of each before the end, in order: by the last day of what its label means, in that year."""
    found = {}
    for label, words in columns:
        if (month := month_of(label)) and SAYS_MORE.search(words):
            found[date(year, month, monthrange(year, month)[1])] = words
    return ((day, found[day]) for day in sorted(found) if due is None or day < due)


def unstaged(columns: Iterable[tuple[str, str]], stages: Iterable[tuple[date, str]]) -> Iterator[str]:
    """What the other columns say, each with its label: of the end itself, of a standing duty, under no month. A tick says
    nothing but when."""
    kept = {words for _day, words in stages}
    return (f"{label}：{words}" for label, words in columns if words not in kept and SAYS_MORE.search(words))
