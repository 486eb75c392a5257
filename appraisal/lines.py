"""A unit's line as who reads it may know it: what was told it from the kept result, before that to the bureau and the leaders as it would be."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from appraisal import states
from appraisal.kept import last_of_each
from appraisal.models import Appraised, Indicator, Result, Value
from appraisal.reading import is_told
from appraisal.reckoning import Line, Row, line_of, reckon
from appraisal.wording import value_words
from bureau.jobs.barred import Barred

FORMER = ("status", "data", "words", "by_id")


@dataclass(frozen=True)
class Seen:
    """`line`: None where nothing can be told yet, and `why` says so. `kept`: the result it stands in."""

    line: Line | None
    kept: Result | None = None
    why: str = ""


def seen_line(part: Appraised, above: bool) -> Seen:
    if is_told(part) and part.period.state in states.TOLD:
        kept = next(one for one in last_of_each(part.period.results) if one.scheme_id == part.scheme_id)
        if line := kept.line_for(part.unit):
            return Seen(line_of(line), kept)
    if not above:
        return Seen(None, why="考核结果公示时告知得分。")
    try:
        return Seen(reckon(part.period).lines[part.assignment.unit_id])
    except Barred as barred:
        return Seen(None, why=str(barred))


def with_values(part: Appraised, seen: Seen) -> list[tuple[Row, Value | None]]:
    """Each row with what was supplied for it, by whom and when; as it was when the result was kept."""
    if seen.line is None:
        return []
    found: Any = part.values.select_related("indicator", "by__unit").prefetch_related("evidence__attachment")
    values = {one.indicator.code: as_read(one, seen.kept) for one in found}
    return [(row, supplied(values.get(row.code))) for row in seen.line.rows]


def as_read(value: Value, kept: Result | None) -> Value:
    """What was mended since the result was kept is read as it was then."""
    if kept and value.former and value.at > kept.at:
        was = value.former
        value.status, value.data, value.words, value.by_id = (was[name] for name in FORMER)
        value.self_score = None if was["self_score"] is None else Decimal(was["self_score"])
        value.at = datetime.fromisoformat(was["at"])
    return value


def self_reported(part: Appraised) -> list[Value]:
    """What the unit supplied itself, in the order of the scheme; of a published result as it was published."""
    own = part.values.filter(indicator__supplier=Indicator.Supplier.SELF).select_related("indicator")
    kept = last_of_each(part.period.results) if part.period.state in states.FROZEN else []
    last = next((one for one in kept if one.scheme_id == part.scheme_id), None)
    return [as_read(one, last) for one in own.order_by("indicator__ordinal")]


def supplied(value: Any) -> Any:
    """With what was supplied in words."""
    if value is not None:
        value.told = value_words(value)
    return value
