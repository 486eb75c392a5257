"""The answer as plain data: decimals as strings, subjects and indicators in the order of the document."""

from decimal import Decimal
from typing import Any

from .adjusting import Counted, Total
from .document import Scheme, Subject
from .grading import Grade
from .lines import BRANCH, Line
from .numbers import clean, rounded, text
from .ranking import Ranking

FORMAT = 1


def digits(value: Decimal | None) -> str | None:
    return None if value is None else text(clean(value))


def subject_out(
    scheme: Scheme, subject: Subject, lines: tuple[Line, ...], total: Total, ranking: Ranking, grade: Grade
) -> dict[str, Any]:
    return {
        "key": subject.key,
        "name": subject.name,
        "class": subject.class_,
        "total": digits(total.shown),
        "exact": digits(total.exact),
        "rank": ranking.ranks.get(subject.key),
        "ranked": ranking.ranked[subject.class_],
        "base": digits(total.base),
        "bonus": digits(total.bonus),
        "deduction": digits(total.deduction),
        "missing": [key for line in lines for key in line.missing()],
        "grade": grade.key,
        "grade_why": grade.why,
        "items": [item_out(scheme, line) for line in lines],
        "adjustments": [adjustment_out(one) for one in total.counted],
        "adjusting": list(total.steps),
    }


def item_out(scheme: Scheme, line: Line) -> dict[str, Any]:
    points = None if line.points is None else clean(line.points)
    return {
        "key": line.item.key,
        "name": line.item.name,
        "full": digits(line.full),
        "score": None if points is None else text(rounded(points, scheme.of_items, scheme.rounding)),
        "exact": digits(points),
        "status": line.status,
        "rule": BRANCH if line.item.rule is None else line.item.rule.words(),
        "steps": list(line.steps),
        "items": [item_out(scheme, below) for below in line.lines],
    }


def adjustment_out(one: Counted) -> dict[str, Any]:
    return {
        "key": one.declared.key,
        "name": one.declared.name,
        "points": digits(one.points),
        "counted": digits(one.counted),
        "note": one.entry.note,
    }


def ties_out(ranking: Ranking, grades: dict[str, Grade]) -> list[dict[str, Any]]:
    return [
        {
            "class": tie.class_,
            "rank": tie.rank,
            "keys": list(tie.keys),
            "at_the_line": any(grades[key].at_the_line for key in tie.keys),
        }
        for tie in ranking.ties
    ]
