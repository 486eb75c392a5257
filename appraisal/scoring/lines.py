"""The tree of one subject with its points: leaves as marked, brought to what they count, spread where others do not apply, summed up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from .document import Item, Scheme, Subject
from .marking import Marks
from .numbers import NOUGHT, clean, rounded, settle
from .telling import equals, num, plus
from .weighing import items_of

BRANCH = "各下级指标之和"


@dataclass(frozen=True)
class Line:
    """One indicator of one subject. `full`: with what was spread to it; `points`: None while missing, or where its weight is spread."""

    item: Item
    full: Decimal
    points: Decimal | None
    status: str
    steps: tuple[str, ...]
    lines: tuple["Line", ...] = ()

    @property
    def spread(self) -> bool:
        return self.points is None and self.status == "not_applicable"

    def missing(self) -> Iterator[str]:
        """Keys of the indicators whose values are missing."""
        if self.lines:
            for line in self.lines:
                yield from line.missing()
        elif self.points is None and not self.spread:
            yield self.item.key


def lines_of(scheme: Scheme, subject: Subject, marks: Marks) -> tuple[Line, ...]:
    return _level(scheme, scheme.items, scheme.full, subject, marks)


def _level(
    scheme: Scheme, items: Sequence[Item], mark: Decimal, subject: Subject, marks: Marks
) -> tuple[Line, ...]:
    lines = [_line(scheme, item, mark, subject, marks) for item in items_of(items, subject)]
    left = sum((line.full for line in lines if not line.spread), NOUGHT)
    return tuple(_finished(scheme, line, mark, left) for line in lines)


def _line(scheme: Scheme, item: Item, mark: Decimal, subject: Subject, marks: Marks) -> Line:
    """Before the weights of its level are spread."""
    counts, own = item.counts(mark), item.own(mark)
    if item.rule is not None:
        found = marks[item.key]
        line = Line(item, counts, found.points, found.status, found.steps)
    else:
        line = _branch(item, counts, _level(scheme, item.items, own, subject, marks))
    if line.points is None or own == counts:
        return line
    return _times(line, counts, own, "折算")


def _branch(item: Item, counts: Decimal, lines: tuple[Line, ...]) -> Line:
    shown = [line for line in lines if not line.spread]
    if not shown:
        return Line(item, counts, None, "not_applicable", ("下级指标都不适用，分值摊到同级其他指标",), lines)
    parts = [line.points for line in shown if line.points is not None]
    if len(parts) < len(shown):
        return Line(item, counts, None, "missing", ("下级指标缺少数据，不计分",), lines)
    points = sum(parts, NOUGHT)
    return Line(
        item, counts, points, "given", (equals(plus(parts), points),) if len(parts) > 1 else (), lines
    )


def _times(line: Line, top: Decimal, bottom: Decimal, why: str) -> Line:
    assert line.points is not None
    points = settle(line.points * top / bottom)
    step = equals(f"{why}：{num(line.points)} × {num(top)} ÷ {num(bottom)}", points)
    return replace(line, points=points, steps=(*line.steps, step))


def _finished(scheme: Scheme, line: Line, mark: Decimal, left: Decimal) -> Line:
    """With its share of the weights that are spread, and rounded where the scheme sums what was rounded."""
    if line.spread:
        return replace(line, full=NOUGHT)
    if left != mark:
        if line.points is not None:
            line = _times(line, mark, left, "有不适用的指标，分值摊来")
        line = replace(line, full=settle(line.full * mark / left))
    return _rounded(scheme, line) if scheme.sum == "rounded" else line


def _rounded(scheme: Scheme, line: Line) -> Line:
    if line.points is None:
        return line
    points = rounded(clean(line.points), scheme.of_items, scheme.rounding)
    if points == line.points:
        return line
    step = f"{num(line.points)} 保留 {scheme.of_items} 位小数，计 {num(points)}"
    return replace(line, points=points, steps=(*line.steps, step))


def base_of(lines: Sequence[Line]) -> Decimal | None:
    """What the indicators gave together; None while one is missing, or where none applies."""
    shown = [line for line in lines if not line.spread]
    points = [line.points for line in shown if line.points is not None]
    return sum(points, NOUGHT) if shown and len(points) == len(shown) else None
