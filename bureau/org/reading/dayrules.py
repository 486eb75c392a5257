"""The ways counties write a date, each with its pattern and the day it means (ValueError: no such day)."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bureau.org.worktime import add_workdays, months_later

from .words import NUMERAL as N
from .words import numeral

YEAR = r"(?:(?P<y>\d{4}|\d{2}|[〇○零一二三四五六七八九]{4})年度?|(?P<yw>今年|本年度?|明年|次年|翌年|来年|后年))?的?"
PARTS = {"上旬": 10, "初": 10, "上中旬": 20, "中上旬": 20, "中旬": 20, "中": 15}
PART = r"(?P<part>中?上旬|上?中旬|中?下旬|初|中(?!心)|底|末|内|份)?"
WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
FEASTS = {"元旦": (12, 31), "五一": (4, 30), "七一": (6, 30), "国庆": (9, 30), "十一": (9, 30)}
LATER_YEARS = {"明年": 1, "次年": 1, "翌年": 1, "来年": 1, "后年": 2}


@dataclass(frozen=True)
class Rule:
    """A pattern over folded words and the day of a match. `is_year`: means a whole year, the weakest date."""

    pattern: re.Pattern
    day: Callable
    is_year: bool = False


def _year(match: re.Match[str], anchor: Any, month: int) -> int:
    signs = match.groupdict()
    if signs.get("y"):
        year = numeral(signs["y"])
        return year + 2000 if year < 100 else year
    if signs.get("yw"):
        return anchor.day.year + LATER_YEARS.get(signs["yw"], 0)
    if anchor.near and (anchor.ranged or month >= anchor.near.month):
        return anchor.near.year + (anchor.rolls and month < anchor.near.month)
    year = anchor.near.year if anchor.near else anchor.day.year
    return year + (anchor.rolls and (year, month) < (anchor.day.year, anchor.day.month))


def _last(year: int, month: int, day: int = 31) -> date:
    return (
        date(year, month, min(day, monthrange(year, month)[1])) if 1 <= month <= 12 else date(year, month, 1)
    )


def _full(match: re.Match[str], anchor: Any) -> date:
    month = numeral(match["m"])
    return date(_year(match, anchor, month), month, numeral(match["d"]))


def _month(match: re.Match[str], anchor: Any) -> date:
    month = numeral(match["m"])
    return _last(_year(match, anchor, month), month, PARTS.get(match["part"], 31))


def _year_month(match: re.Match[str], anchor: Any) -> date:
    return _last(int(match["y"]), int(match["till"] or match["m"]))


def _quarter(match: re.Match[str], anchor: Any) -> date:
    month = numeral(match["q"]) * 3
    return _last(_year(match, anchor, month), month)


def _half(match: re.Match[str], anchor: Any) -> date:
    month = {"上": 6, "下": 12}[match["half"]]
    return _last(_year(match, anchor, month), month)


def _whole_year(match: re.Match[str], anchor: Any) -> date:
    return date(_year(match, anchor, 12), 12, 31)


def _near_month(match: re.Match[str], anchor: Any) -> date:
    first = months_later(anchor.day.replace(day=1), int((match["which"] or "") in ("下", "次")))
    if match.groupdict().get("d"):
        return first.replace(day=numeral(match["d"]))
    return _last(first.year, first.month, PARTS.get(match["part"], 31))


def _bare_day(match: re.Match[str], anchor: Any) -> date:
    day = numeral(match["d"])
    if anchor.near:
        return anchor.near.replace(day=day)
    return months_later(anchor.day.replace(day=1), int(day < anchor.day.day)).replace(day=day)


def _week(match: re.Match[str], anchor: Any) -> date:
    monday = anchor.day - timedelta(days=anchor.day.weekday())
    day = monday + timedelta(days=7 * (match["which"] or "").count("下") + WEEKDAYS.get(match["wd"], 4))
    return day if match["which"] or day >= anchor.day else day + timedelta(days=7)


def _within(match: re.Match[str], anchor: Any) -> date:
    count, unit = 0.5 if match["n"] == "半" else numeral(match["n"]), match["unit"]
    if count > 1000:
        raise ValueError("no deadline is that far")
    if "工作日" in unit:
        return add_workdays(anchor.day, int(count), anchor.calendar)
    if "年" in unit or "月" in unit:
        months = count * (12 if "年" in unit else 1)
        return months_later(anchor.day, int(months)) if months >= 1 else anchor.day + timedelta(days=15)
    return anchor.day + timedelta(days=int(count * (7 if unit[-1] in "周期" else 1)))


def _feast(match: re.Match[str], anchor: Any) -> date:
    month, day = FEASTS[match["feast"]]
    return date(_year(match, anchor, month), month, day)


RULES = [
    Rule(
        re.compile(r"(?<!\d)(?P<y>\d{4}|\d{2})(?P<s>[/.\-—])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)日?"),
        _full,
    ),
    Rule(re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)"), _full),
    Rule(re.compile(rf"{YEAR}(?P<m>{N})月份?(?P<d>{N})[日号]"), _full),
    Rule(re.compile(rf"(?P<which>本|当|这|下|次)个?月(?P<d>{N})[日号]"), _near_month),
    Rule(re.compile(rf"{YEAR}(?P<m>{N})月{PART}"), _month),
    Rule(
        re.compile(r"(?<!\d)(?P<y>20\d\d)[./\-年](?P<m>\d{1,2})(?:[-—~至](?P<till>\d{1,2}))?月?(?![\d./日])"),
        _year_month,
    ),
    Rule(re.compile(rf"{YEAR}第?(?P<q>{N})个?季度[底末内]?"), _quarter),
    Rule(re.compile(rf"{YEAR}(?P<half>上|下)半年[底末内]?"), _half),
    Rule(re.compile(rf"(?P<which>本|当|这|下|次)个?月{PART}"), _near_month),
    Rule(re.compile(r"(?P<which>)(?<!个)月(?P<part>底|末|内)"), _near_month),
    Rule(re.compile(r"(?P<which>本|这|下下|下)个?(?:周|星期)(?P<wd>[一二三四五六日天])?[内末]?"), _week),
    Rule(re.compile(r"(?P<which>)(?:周|星期)(?P<wd>[一二三四五六日天])"), _week),
    Rule(
        re.compile(
            r"(?<![\d.个第])(?P<n>\d+|半|[一二三四五六七八九十两]+)"
            r"(?P<unit>个?工作日|个月|个?(?:周|星期)|(?:个?自然日|个?日历日|天|日|月|年)(?=以内|之内|内))(?:以内|之内|内)?"
        ),
        _within,
    ),
    Rule(re.compile(rf"(?<![\d月])(?P<d>{N})[日号]"), _bare_day),
    Rule(
        re.compile(rf"{YEAR}(?P<feast>元旦|五一|七一|国庆|十一)(?:劳动)?节?(?:假期)?(?=之?前|以前)"), _feast
    ),
    Rule(re.compile(r"(?P<yw>今年|本年|明年|次年|翌年|来年|后年)(?:年度|年|度)?[底末终内]"), _whole_year),
    Rule(
        re.compile(r"(?<!\d)(?P<y>\d{4}|\d{2}|[〇○零一二三四五六七八九]{4})年(?:度|年)?[底末终内]"),
        _whole_year,
    ),
    Rule(re.compile(r"(?<![半个一二三四五六七八九十\d])(?:当?年)度?[底末终内]"), _whole_year),
    Rule(
        re.compile(r"(?P<y>20\d\d|二[〇○零][一二三四五六七八九]{2})年?度?(?!\d)"), _whole_year, is_year=True
    ),
    Rule(re.compile(r"(?P<yw>今年|本年|明年|次年)度?"), _whole_year, is_year=True),
    Rule(re.compile(r"(?<![\d.])(?P<m>\d{1,2})[./](?P<d>\d{1,2})(?![\d.%月])日?"), _full),
]
