"""阶段节点: the stages of a directive on its way to the end, each with the day by which it is to be reached; as they are typed, kept
and read from the words of a decision."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bureau.org.naming import fold
from bureau.org.reading.moments import Anchor, moments
from bureau.pages.fields import YEARS
from directives.models import Directive, Reported
from directives.targets import Wrong, dated

LONGEST, MOST_ROWS = 200, 24
LIKE = "请按“3月底 完成招标”的样子，一行一个节点填写"
CLAUSE = re.compile(r"[^，,；;。！!（）()\n]+")
BEFORE = re.compile(r"^(?:以|之)?(?:前|底|末)?[，,、]?(?:要|须|必须|应|力争|确保)?|^(?:前|底|末)")


@dataclass(frozen=True)
class Stage:
    day: date
    words: str

    @property
    def told(self) -> str:
        return f"{self.day} {self.words}"


def read_stages(typed: str, day: date, due: date | None, cadence: str = "") -> tuple[Stage, ...]:
    """One a line, dates without a year read from `day`, none after `due`. Raises Wrong."""
    lines = [line.strip() for line in typed.splitlines() if line.strip()]
    if lines and cadence:
        raise Wrong("stages", "与“长期事项报告周期”只填一项：长期事项按周期报告，不另设节点。")
    if len(lines) > MOST_ROWS:
        raise Wrong("stages", f"最多{MOST_ROWS}行，现有{len(lines)}行。")
    stages = tuple(rows_of(lines, day))
    for place, (stage, before) in enumerate(zip(stages, (None, *stages), strict=False), 1):
        if before and stage.day <= before.day:
            raise Wrong("stages", f"第{place}行（{stage.told}）的日期不晚于上一行，请按先后填写。")
        if due and stage.day > due:
            raise Wrong("stages", f"第{place}行（{stage.told}）晚于办理时限{due}，请核对。")
    return stages


def rows_of(lines: Sequence[str], day: date) -> Iterator[Stage]:
    anchor = Anchor(day)
    for place, line in enumerate(lines, 1):
        when, words = dated(line, anchor)
        if when is None:
            raise Wrong("stages", f"第{place}行“{line[:20]}”没有读出日期，{LIKE}。")
        if not words or len(words) > LONGEST:
            raise Wrong("stages", f"第{place}行“{line[:20]}”要写明做到哪一步，最多{LONGEST}字，{LIKE}。")
        anchor = Anchor(day, near=when)
        yield Stage(when, words)


def stages_of(directive: Directive) -> tuple[Stage, ...]:
    return tuple(Stage(date.fromisoformat(day), words) for day, words in directive.stages)


def kept(stages: Iterable[Stage]) -> list[list[str]]:
    return [[f"{stage.day}", stage.words] for stage in stages]


def as_typed(stages: Iterable[Stage]) -> str:
    return "\n".join(stage.told for stage in stages)


def reached(reported: Iterable[Reported]) -> dict[date, Reported]:
    """By the day of its stage the report that it was reached, of those that stand."""
    return {one.stage: one for one in reported if one.stage and one.stands}


def current(directive: Directive, reported: Iterable[Reported]) -> Stage | None:
    """The first that is not reached."""
    done = reached(reported)
    return next((stage for stage in stages_of(directive) if stage.day not in done), None)


def stages_in(words: str, anchor: Anchor, due: date | None) -> tuple[Stage, ...]:
    """What a decision sets before its end: 「6月底前完成招标，9月底前完成主体工程，12月底前竣工」. None where it names one day."""
    found = [stage for clause in CLAUSE.finditer(words) if (stage := stage_in(clause[0].strip(), anchor))]
    before = [stage for stage in found if due and stage.day < due]
    in_order = all(one.day < other.day for one, other in pairwise(before))
    return tuple(before) if in_order else ()


def stage_in(clause: str, anchor: Anchor) -> Stage | None:
    """The day that a clause begins with, and what is to be done by it."""
    words = fold(clause)
    when = next(moments(words, anchor), None)
    if when is None or when.start or when.day is None or when.is_year or when.day.year not in YEARS:
        return None
    rest = BEFORE.sub("", words[when.end :])
    return Stage(when.day, rest) if 2 <= len(rest) <= LONGEST else None
