"""Where dates stand in some words, and which days they mean."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from bureau.org.worktime import Calendar

from .dayrules import RULES


@dataclass(frozen=True)
class Anchor:
    """What a date without a year is read from.

    `day`: the day of the meeting or paper. `rolls`: whether a month already past means next year (minutes)
    or the plan's own year (a yearly task table). `calendar`: working days. `near`: the date just read, which
    lends its year and month to the next (「2027年3月—6月」).
    """

    day: date
    rolls: bool = True
    calendar: Calendar = field(default_factory=Calendar)
    near: date | None = None


@dataclass(frozen=True)
class Moment:
    """One date in some words. `day` is None where no such day exists (2月30日); `is_year`: a year alone."""

    words: str
    start: int
    end: int
    day: date | None
    is_year: bool = False


def moments(words: str, anchor: Anchor) -> Iterator[Moment]:
    """Every date in folded words, in order, none overlapping another."""
    at = 0
    while found := _next(words, at):
        rule, match = found
        day = _day(rule, match, anchor)
        yield Moment(match[0], match.start(), match.end(), day, rule.is_year)
        anchor = replace(anchor, near=day or anchor.near)
        at = match.end()


def _next(words, at):
    """The leftmost match; on the same spot the earlier rule."""
    hits = [
        (match.start(), rank) for rank, rule in enumerate(RULES) if (match := rule.pattern.search(words, at))
    ]
    if not hits:
        return None
    rule = RULES[min(hits)[1]]
    return rule, rule.pattern.search(words, at)


def _day(rule, match, anchor):
    try:
        return rule.day(match, anchor)
    except (ValueError, OverflowError):
        return None
