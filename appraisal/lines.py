"""A unit's line as who reads it may know it: what was told it from the kept result, before that to the bureau and the leaders as it would be."""

from dataclasses import dataclass
from typing import Any

from appraisal import states
from appraisal.kept import last_of_each
from appraisal.models import Appraised, Result, Value
from appraisal.reading import is_told
from appraisal.reckoning import Line, Row, line_of, reckon
from appraisal.wording import value_words
from bureau.jobs.barred import Barred


@dataclass(frozen=True)
class Seen:
    """`line`: None where nothing can be told yet, and `why` says so. `kept`: the result it stands in."""

    line: Line | None
    kept: Result | None = None
    why: str = ""


def seen_line(part: Appraised, above: bool) -> Seen:
    if is_told(part) and part.period.state in states.TOLD:
        kept = next(one for one in last_of_each(part.period.results) if one.scheme_id == part.scheme_id)
        return Seen(line_of(kept.by_unit()[part.assignment.unit_id]), kept)
    if not above:
        return Seen(None, why="考核结果公示时告知得分。")
    try:
        return Seen(reckon(part.period).lines[part.assignment.unit_id])
    except Barred as barred:
        return Seen(None, why=str(barred))


def with_values(part: Appraised, seen: Seen) -> list[tuple[Row, Value | None]]:
    """Each row with what was supplied for it, by whom and when; without what was mended since the result was kept."""
    if seen.line is None:
        return []
    found: Any = part.values.select_related("indicator", "by__unit").prefetch_related("evidence__attachment")
    values = {one.indicator.code: one for one in (found.filter(at__lte=seen.kept.at) if seen.kept else found)}
    return [(row, supplied(values.get(row.code))) for row in seen.line.rows]


def supplied(value: Any) -> Any:
    """With what was supplied in words."""
    if value is not None:
        value.told = value_words(value)
    return value
