"""Dates as counties write them: 「11月底前」「三季度末」「2026/12/10」「下周五前」「10个工作日内」."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from bureau.org.worktime import Calendar, add_workdays

from .words import NUMERAL, numeral

N = NUMERAL
YEAR = r"(?:(?P<y>\d{4}|\d{2}|[〇○零一二三四五六七八九]{4})年度?|(?P<yw>今年|本年度?|明年|次年|翌年|来年|后年))?的?"
PARTS = {"上旬": 10, "初": 10, "中旬": 20, "中": 15, "下旬": 31, "底": 31, "末": 31, "内": 31, "份": 31, "": 31}
WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "": 4, "末": 4}
FEASTS = {"元旦": (12, 31), "五一": (4, 30), "劳动节": (4, 30), "七一": (6, 30), "国庆": (9, 30), "十一": (9, 30)}
HALVES = {"上": 6, "下": 12}
LATER_YEARS = {"明年": 1, "次年": 1, "翌年": 1, "来年": 1, "后年": 2}


@dataclass(frozen=True)
class Anchor:
    """What a date without a year is read from.

    `day`: the day of the meeting or paper. `rolls`: whether a month already past means next year (minutes)
    or the plan's own year (a yearly task table). `calendar`: working days.
    """

    day: date
    rolls: bool = True
    calendar: Calendar = field(default_factory=Calendar)


@dataclass(frozen=True)
class Moment:
    """One date in some words: `day` is None where no such day exists (2月30日)."""

    start: int
    end: int
    day: date | None


def moments(words: str, anchor: Anchor) -> Iterator[Moment]:
    """Every date in the words, in order, none overlapping another."""
    at = 0
    while at < len(words):
        hits = [(m.start(), rank, m) for rank, (pattern, _) in enumerate(RULES) if (m := pattern.search(words, at))]
        if not hits:
            return
        start, rank, match = min(hits, key=lambda hit: hit[:2])
        yield Moment(start, match.end(), _day(RULES[rank][1], match, anchor))
        at = max(match.end(), at + 1)


def _day(rule, match, anchor):
    try:
        return rule(match, anchor)
    except (ValueError, OverflowError):
        return None


def _year(match, anchor, month):
    signs = match.groupdict()
    if signs.get("y"):
        year = numeral(signs["y"])
        return year + 2000 if year < 100 else year
    if signs.get("yw"):
        return anchor.day.year + LATER_YEARS.get(signs["yw"], 0)
    return anchor.day.year + (anchor.rolls and month < anchor.day.month)


def _end(year, month, last=31):
    return date(year, month, min(last, monthrange(year, month)[1]) if 1 <= month <= 12 else 0)


def _full(match, anchor):
    month = numeral(match["m"])
    return date(_year(match, anchor, month), month, numeral(match["d"]))


def _month_part(match, anchor):
    month = numeral(match["m"])
    return _end(_year(match, anchor, month), month, PARTS[match["part"] or ""])


def _quarter(match, anchor):
    quarter = numeral(match["q"])
    return _end(_year(match, anchor, quarter * 3), quarter * 3)


def _half(match, anchor):
    month = HALVES[match["half"]]
    return _end(_year(match, anchor, month), month)


def _year_end(match, anchor):
    return date(_year(match, anchor, 12), 12, 31)


def _months_on(day, count):
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return _end(year, month + 1, day.day)


def _this_month(match, anchor):
    month = _months_on(anchor.day.replace(day=1), match["which"] in ("下", "次"))
    last = numeral(match["d"]) if match["d"] else PARTS[match["part"] or ""]
    return month.replace(day=last) if match["d"] else _end(month.year, month.month, last)


def _bare_day(match, anchor):
    day = numeral(match["d"])
    month = _months_on(anchor.day.replace(day=1), day < anchor.day.day)
    return month.replace(day=day)


def _week(match, anchor):
    monday = anchor.day - timedelta(days=anchor.day.weekday())
    return monday + timedelta(days=7 * match["which"].count("下") + WEEKDAYS[match["wd"] or ""])


def _within(match, anchor):
    count = 0.5 if match["n"] == "半" else numeral(match["n"])
    unit = match["unit"]
    if "工作日" in unit:
        return add_workdays(anchor.day, min(int(count), 1000), anchor.calendar)
    if "年" in unit or "月" in unit:
        months = count * (12 if "年" in unit else 1)
        return _months_on(anchor.day, int(months)) if months >= 1 else anchor.day + timedelta(days=15)
    return anchor.day + timedelta(days=int(count * (7 if unit[-1] in "周期" else 1)))


def _feast(match, anchor):
    month, day = FEASTS[match["feast"]]
    return date(_year(match, anchor, month), month, day)


def _compact(match, anchor):
    return date(int(match["y"]), int(match["m"]), int(match["d"]))


def _compile(*rules: tuple[str, Callable]) -> list[tuple[re.Pattern, Callable]]:
    return [(re.compile(pattern), rule) for pattern, rule in rules]


RULES = _compile(
    (rf"(?P<y>\d{{4}}|\d{{2}})\s*[/.．\-－—]\s*(?P<m>\d{{1,2}})\s*[/.．\-－—]\s*(?P<d>\d{{1,2}})(?!\d)日?", _full),
    (r"(?<!\d)(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)", _compact),
    (rf"{YEAR}(?P<m>{N})月(?:份)?(?P<d>{N})[日号]", _full),
    (rf"(?P<which>本|当|这|下|次)个?月(?P<d>{N})[日号]", _this_month),
    (rf"{YEAR}(?P<m>{N})月份?(?P<part>上旬|中旬|下旬|初|中(?!心)|底|末|内)?", _month_part),
    (rf"{YEAR}第?(?P<q>{N})个?季度[底末内]?", _quarter),
    (rf"{YEAR}(?P<half>上|下)半年[底末内]?", _half),
    (r"(?P<which>本|当|这|下|次)个?月(?P<part>上旬|中旬|下旬|初|中(?!心)|底|末|内|份)?", _this_month),
    (r"(?P<which>)(?P<d>)月(?P<part>底|末|内)", _this_month),
    (r"(?P<which>本|这|下下|下)个?(?:周|星期|礼拜)(?P<wd>[一二三四五六日天末]?)内?", _week),
    (r"(?P<which>)周(?P<wd>[一二三四五六日天])", _week),
    (
        rf"(?<![\d.个第])(?P<n>\d+|半|[一二三四五六七八九十两]+)(?P<unit>个?工作日|个?(?:自然|日历)日|个?月|年|个?(?:周|星期)|天|日)(?:以内|之内|内)",
        _within,
    ),
    (rf"(?<![\d月])(?P<d>\d{{1,2}})[日号]", _bare_day),
    (rf"{YEAR}(?P<feast>元旦|五一|劳动节|七一|国庆|十一)(?:节|假期)?(?=[节前之]|$)", _feast),
    (r"(?P<yw>今年|本年度?|明年|次年|当年|全年)?年?(?P<y>)(?:年)?[年](?:底|末|终|内|度内)", _year_end),
    (r"(?P<y>\d{4}|[〇○零一二三四五六七八九]{4})年度?(?:底|末|终|内|全年)?", _year_end),
    (r"(?P<yw>今年|本年度|明年|次年)[底末内]?", _year_end),
    (r"(?<![\d.])(?P<m>1[0-2]|0?[1-9])[./](?P<d>\d{1,2})(?![\d.%])日?", _full),
)
