"""Where dates stand in some words, and which days they mean."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from bureau.org.worktime import Calendar

from .dayrules import RULES, Rule


@dataclass(frozen=True)
class Anchor:
    """What a date without a year is read from.

    `day`: the day of the meeting or paper. `rolls`: whether a month already past means next year (minutes)
    or the plan's own year (a yearly task table). `calendar`: working days. `near`: the date just read, which
    lends its year and month to the next; `ranged`: the next one is the end of what begins with it (「11月—3月」).
    """

    day: date
    rolls: bool = True
    calendar: Calendar = field(default_factory=Calendar)
    near: date | None = None
    ranged: bool = False


EARLIER = re.compile(r"原(?:定|计划|要求)(?:于|在)?$")
"""「原定6月底」 lies before the paper."""
UNTIL = re.compile(r"[-—–~～至到]+")


@dataclass(frozen=True)
class Moment:
    """One date in some words. `day` is None where no such day exists (2月30日); `is_year`: a year alone."""

    words: str
    start: int
    end: int
    day: date | None
    is_year: bool = False


def moments(words: str, anchor: Anchor) -> Iterator[Moment]:
    """Every date in folded words, in order, none overlapping another; on one spot the earlier rule counts."""
    at, pending = 0, _onward(((rule, None) for rule in RULES), words, 0)
    while pending:
        rule, match = min(pending, key=lambda hit: hit[1].start())
        ranged = UNTIL.fullmatch(words, at, match.start()) is not None
        rolls = anchor.rolls and not EARLIER.search(words, 0, match.start())
        day = _day(rule, match, replace(anchor, ranged=ranged, rolls=rolls))
        yield Moment(match[0], match.start(), match.end(), day, rule.is_year)
        if not rule.is_year:
            anchor = replace(anchor, near=day or anchor.near)
        at = match.end()
        pending = _onward(pending, words, at)


def _onward(
    pending: Iterable[tuple[Rule, re.Match[str] | None]], words: str, at: int
) -> list[tuple[Rule, re.Match[str]]]:
    """Each rule with its next match from `at`. One match is sought once, so long words cost little."""
    sought = ((rule, m if m and m.start() >= at else rule.pattern.search(words, at)) for rule, m in pending)
    return [(rule, match) for rule, match in sought if match]


def _day(rule: Rule, match: re.Match[str], anchor: Anchor) -> date | None:
    try:
        return rule.day(match, anchor)
    except (ValueError, OverflowError):
        return None
