"""Points of the indicators that have a rule, class by class: what a class is like is asked once, then each subject is scored."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from .document import Item, Subject
from .faults import Place, Wrong
from .numbers import NOUGHT, DecimalException, settle
from .reading import MEASURED, Read, Value
from .rules.base import Outcome, Rule
from .telling import equals, num
from .weighing import leaf_marks

WHY = {"missing": "缺少数据", "not_applicable": "不适用"}


@dataclass(frozen=True)
class Mark:
    """One subject's points of one indicator, of that indicator's own full mark. None: missing, or its weight is `spread`."""

    status: str
    points: Decimal | None
    steps: tuple[str, ...]
    spread: bool = False


@dataclass(frozen=True)
class Average:
    """Of a class, for who is given it. `of`: how many."""

    total: Decimal
    of: int


Marks = Mapping[str, Mark]  # indicator → mark


def marks_of(read: Read, place: Place) -> dict[str, dict[str, Mark]]:
    """By the subject's key and the indicator's. What cannot be reckoned is told at `place`."""
    marks: dict[str, dict[str, Mark]] = {subject.key: {} for subject in read.subjects}
    for item, own in leaf_marks(read.scheme):
        for members in classes_of(read.subjects).values():
            given = {
                one.key: values[item.key] for one in members if item.key in (values := read.values[one.key])
            }
            for key, mark in _of_class(item, own, [one for one in members if one.key in given], given, place):
                marks[key][item.key] = mark
    return marks


def classes_of(subjects: Sequence[Subject]) -> dict[str, list[Subject]]:
    found: dict[str, list[Subject]] = defaultdict(list)
    for subject in subjects:
        found[subject.class_].append(subject)
    return found


def _of_class(
    item: Item, own: Decimal, members: Sequence[Subject], given: Mapping[str, Value], place: Place
) -> list[tuple[str, Mark]]:
    assert item.rule is not None
    measured = [one for one in members if given[one.key].status in MEASURED]
    compared = [one.key for one in measured if not one.apart]
    known = item.rule.of_class([given[key].given for key in compared])
    outcomes = {
        one.key: _outcome(
            item.rule, own, given[one.key].given, known, place.at(f"对象 {one.key}", f"指标 {item.key}")
        )
        for one in measured
    }
    points = [found for key in compared if (found := outcomes[key].points) is not None]
    average = Average(sum(points, NOUGHT), len(points)) if points else None
    return [
        (one.key, _mark(item, own, given[one.key].status, outcomes.get(one.key), average)) for one in members
    ]


def _outcome(rule: Rule, own: Decimal, given: Any, known: Any, place: Place) -> Outcome:
    try:
        found = rule.score(own, given, known)
        return found if found.points is None else replace(found, points=settle(found.points))
    except Wrong as wrong:
        place.says(str(wrong))
    except DecimalException:
        place.says("这些数算不出得分，请核对数据")
    return Outcome(None, ())


def _mark(item: Item, own: Decimal, status: str, outcome: Outcome | None, average: Average | None) -> Mark:
    if status == "not_applicable":
        return _without(item.not_applicable, own, status, average)
    if outcome is None or outcome.points is None:
        found = _without(item.missing, own, "missing", average)
        return found if outcome is None else replace(found, steps=(*outcome.steps, *found.steps))
    if status == "late" and item.late:
        return _late(outcome.points, item.late, outcome.steps)
    return Mark(status, outcome.points, outcome.steps)


def _late(points: Decimal, off: Decimal, steps: tuple[str, ...]) -> Mark:
    """Less what coming late takes, down to nought."""
    left = min(points, max(points - off, NOUGHT))
    words = (
        f"迟报扣 {num(off)} 分，扣完为止"
        if points < off
        else f"迟报扣 {num(off)} 分：{num(points)} − {num(off)}"
    )
    return Mark("late", left, (*steps, equals(words, left)))


def _without(policy: str, own: Decimal, status: str, average: Average | None) -> Mark:
    why = WHY[status]
    if policy == "spread":
        return Mark(status, None, (f"{why}，分值摊到同级其他指标",), spread=True)
    if policy == "full":
        return Mark(status, own, (f"{why}，得满分 {num(own)}",))
    if policy == "nought":
        return Mark(status, NOUGHT, (f"{why}，得 0 分",))
    if policy == "average" and average is not None:
        points = settle(average.total / average.of)
        words = f"{why}，取本类 {average.of} 个对象的平均分：{num(average.total)} ÷ {average.of}"
        return Mark(status, points, (equals(words, points),))
    return Mark(
        "missing", None, (f"{why}，{'本类也没有可以取平均的得分，' if policy == 'average' else ''}不计总分",)
    )
