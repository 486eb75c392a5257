"""Scores from a scheme and what is given for each subject. Pure: no Django, no database, no float; the same document gives
the same answer for ever. The format: `appraisal/README.md`."""

from decimal import Decimal
from typing import Any

from .adjusting import total_of
from .declaring import Param, params
from .faults import Fault, Place, Refused
from .grading import grades_of
from .lines import base_of, lines_of
from .marking import marks_of
from .numbers import exactly, number
from .output import FORMAT, subject_out, ties_out
from .ranking import rank
from .reading import read, read_inputs
from .rules import RULES, build_rule
from .rules.base import Rule


@exactly
def score(document: Any) -> dict[str, Any]:
    """Raises Refused with every fault and its place."""
    found = read(document)
    place = Place()
    marks = marks_of(found, place)
    if place.faults:
        raise Refused(place.faults)
    scheme, subjects = found.scheme, {one.key: one for one in found.subjects}
    lines = {key: lines_of(scheme, one, marks[key]) for key, one in subjects.items()}
    totals = {key: total_of(scheme, one, base_of(lines[key])) for key, one in subjects.items()}
    ranking = rank(scheme, found.subjects, totals)
    grades = grades_of(scheme, subjects, totals, ranking)
    return {
        "format": FORMAT,
        "subjects": [
            subject_out(scheme, one, lines[key], totals[key], ranking, grades[key])
            for key, one in subjects.items()
        ],
        "ties": ties_out(ranking, grades),
    }


@exactly
def check_rule(raw: Any, full: Decimal | int | str | None = None) -> list[str]:
    """What is wrong with the declaration of a rule; with a full mark, also what does not fit that."""
    place = Place()
    rule = build_rule(raw, place)
    if rule is not None and full is not None:
        for sentence in rule.against(number(full)):
            place.says(sentence)
    return [str(fault) for fault in place.faults]


@exactly
def rule_in_words(raw: Any) -> str:
    """The rule as a sentence without its full stop. Raises Refused where it is wrong."""
    return _rule(raw).words()


def inputs_of(raw: Any) -> tuple[Param, ...]:
    """What one subject gives for this rule; nothing where the rule is wrong."""
    rule = build_rule(raw, Place())
    return params(rule.asks) if rule is not None else ()


@exactly
def check_inputs(raw_rule: Any, raw_inputs: Any, full: Decimal | int | str | None = None) -> list[str]:
    """What is wrong with the inputs of one subject; with a full mark, also what is more than that allows."""
    place = Place()
    rule = build_rule(raw_rule, place)
    if rule is not None:
        read_inputs(rule, raw_inputs, None if full is None else number(full), place)
    return [str(fault) for fault in place.faults]


def _rule(raw: Any) -> Rule:
    place = Place()
    rule = build_rule(raw, place)
    if rule is None:
        raise Refused(place.faults)
    return rule


__all__ = [
    "RULES",
    "Fault",
    "Param",
    "Refused",
    "check_inputs",
    "check_rule",
    "inputs_of",
    "params",
    "rule_in_words",
    "score",
]
