"""What a search asks for: words, words that must not occur (「-词」「不含词」), and fields (「单位:」「状态:」「日期:」)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from bureau.matters.access.search import LONGEST, MOST_WORDS
from bureau.org.visible import visible

FIELD = re.compile(r"(单位|状态|日期)[:：](.*)")
WITHOUT = re.compile(r"(?:[-－−]|不含[:：]?)(?=.*\w)(.+)")
DAY = re.compile(r"(\d{4})(?:[-年/.](\d{1,2})(?:[-月/.](\d{1,2}))?)?[年月日]?")
BETWEEN = re.compile(r"\.\.|至|到|~|～")
NOT_READ = (
    "“{}”没有读懂，没有按它查。日期请写成 日期:2026-11、日期:2026-11-20 或 日期:2026-11-01至2026-11-30。"
)


@dataclass(frozen=True)
class Query:
    """`days`: from the first to the last, of registration. `problem`: what was not understood, as a sentence."""

    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    days: tuple[date, date] | None = None
    problem: str = ""

    @property
    def text(self) -> str:
        return " ".join(self.words)


def read(typed: str) -> Query:
    words, without, days, problem = [], [], None, ""
    fields: dict[str, list[str]] = {"单位": [], "状态": []}
    for token in visible(typed)[:LONGEST].split():
        if named := FIELD.fullmatch(token):
            name, value = named.groups()
            if name == "日期":
                days = span(value)
                problem = problem if days else NOT_READ.format(token)
            elif value:
                fields[name].append(value)
        elif unwanted := WITHOUT.fullmatch(token):
            without.append(unwanted[1])
        else:
            words.append(token)
    return Query(
        tuple(words[:MOST_WORDS]),
        tuple(without[:MOST_WORDS]),
        tuple(fields["单位"][:MOST_WORDS]),
        tuple(fields["状态"][:MOST_WORDS]),
        days,
        problem,
    )


def span(value: str) -> tuple[date, date] | None:
    """A year, a month, a day, or from one to another; None where it is none of these."""
    ends = BETWEEN.split(value)
    found = [ends_of(one) for one in ends]
    if len(found) > 2 or None in found:
        return None
    known = [one for one in found if one]
    return known[0][0], known[-1][1]


def ends_of(words: str) -> tuple[date, date] | None:
    if not (told := DAY.fullmatch(words)):
        return None
    year, month, day = (int(one) if one else None for one in told.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last = date(first.year, month or 12, day or monthrange(first.year, month or 12)[1])
    except ValueError:
        return None
    return first, last
