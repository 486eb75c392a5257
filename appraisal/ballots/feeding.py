"""The result of a poll becomes values of an indicator, as its rule asks for them; typed by nobody."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from appraisal.actions.valuing import Cell, Typed, Written, write_values
from appraisal.ballots import states
from appraisal.ballots.models import Poll
from appraisal.ballots.results import Line, groups_of, lines, read
from appraisal.boxes import leaves_of
from appraisal.models import Indicator, Value
from appraisal.scoring import inputs_of
from appraisal.tree import plain
from bureau.jobs.barred import Barred
from bureau.org.actor import Actor
from bureau.org.models import Person


def indicators_of(poll: Poll) -> QuerySet[Indicator]:
    """Those of the period that are supplied by 测评."""
    return leaves_of(poll.period).filter(supplier=Indicator.Supplier.EVALUATION)


def feed(who: Person | Actor, poll: Poll, indicator: Indicator, kind: str) -> tuple[Written, list[str]]:
    """Writes the rows of that kind, unit by unit; those of which too few voted, which stay without. Raises Barred where the count is not
    confirmed or the rule asks for something else."""
    if poll.state != states.COUNTED:
        raise Barred("计票确认以后才能取用。")
    groups, subjects = groups_of(poll), list(poll.subjects.select_related("unit"))
    counts = read(poll.result or {})
    parts = {
        one.assignment.unit_id: one
        for one in poll.period.appraised.filter(scheme=indicator.scheme_id).select_related("assignment")
        if indicator.unit_id in (None, one.assignment.unit_id)
    }
    seen = dict(Value.objects.filter(indicator=indicator).values_list("appraised", "version"))
    cells: dict[Cell, Typed] = {}
    lacking = []
    for line in lines(poll, groups, subjects, counts):
        part = parts.get(line.subject.unit_id)
        if line.subject.kind != kind or part is None:
            continue
        if line.mean is None:
            lacking.append(line.subject.label)
            continue
        cells[part.pk, indicator.pk] = typed(poll, indicator, line, seen.get(part.pk, 0))
    if not cells and not lacking:
        raise Barred("这项指标所在序列的单位不在测评对象里。", field="indicator")
    return write_values(who, poll.period, cells), lacking


def typed(poll: Poll, indicator: Indicator, line: Line, seen: int) -> Typed:
    data = data_for(poll, indicator.rule or {}, line)
    return Typed(Value.Status.GIVEN, data, seen, words=f"测评“{poll.title}”，加权{line.mean}")


def data_for(poll: Poll, rule: Mapping[str, Any], line: Line) -> dict[str, Any]:
    """What the rule asks for: the ballots by group and option, or one number."""
    if rule.get("kind") == "evaluation":
        return {"ballots": ballots_for(poll, rule, line)}
    asked = inputs_of(rule)
    if any(one.name == "value" for one in asked) and not any(
        one.required for one in asked if one.name != "value"
    ):
        return {"value": str(line.mean)}
    raise Barred(
        "这项指标的计分规则不能直接取用测评结果，请改用“分组评价”或者按数值计分的规则。", field="indicator"
    )


def ballots_for(poll: Poll, rule: Mapping[str, Any], line: Line) -> dict[str, dict[str, str]]:
    """Raises Barred where rule and poll do not name the same groups and options with the same numbers."""
    groups = matched(rule["groups"], "weight", {one.name: one.weight for one in poll.groups.all()}, "投票人")
    options = matched(rule["options"], "value", {one.name: one.value for one in poll.terms.options}, "选项")
    return {
        groups[group.name]: {
            options[option.name]: str(times) for option, times in zip(poll.terms.options, row, strict=True)
        }
        for group, row, _mean in line.groups
        if row is not None
    }


def matched(
    rows: Sequence[Mapping[str, Any]], number: str, known: Mapping[str, Decimal], what: str
) -> dict[str, str]:
    """name → the rule's key."""
    declared = {row["name"]: Decimal(str(row[number])) for row in rows}
    if declared != dict(known):
        told = "、".join(f"{name}{plain(value)}" for name, value in declared.items())
        raise Barred(f"指标的计分规则里的{what}是：{told}，与本次测评不一致。", field="indicator")
    return {row["name"]: row["key"] for row in rows}
