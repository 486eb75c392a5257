"""Rules and scores in words, for pages and papers alike."""

from collections.abc import Iterator, Mapping
from typing import Any

from appraisal.models import Indicator, Value
from appraisal.scoring import inputs_of, rule_in_words


def rule_words(one: Indicator) -> str:
    """As the county wrote it, else as the engine says it."""
    return one.rule_words or (rule_in_words(one.rule) if one.rule else "")


def value_words(one: Value) -> str:
    """What was supplied, 「完成值 92.1；按计划推进」."""
    given = "；".join(inputs(one.indicator, one.data)) or one.get_status_display()
    if one.status == Value.Status.LATE:
        given = f"（迟报）{given}"
    return f"{given}；{one.words}" if one.words else given


def inputs(indicator: Indicator, data: dict[str, Any]) -> Iterator[str]:
    names = {row["key"]: row.get("name", row["key"]) for row in keyed(indicator.rule or {})}
    for param in inputs_of(indicator.rule or {}):
        raw = data.get(param.name)
        if isinstance(raw, dict):
            for key in sorted(raw, key=[*names, *raw].index):
                yield f"{names.get(key, key)} {told(raw[key])}"
        elif raw is not None:
            yield f"{param.label} {names.get(raw, raw) if isinstance(raw, str) else raw}"


def told(value: Any) -> str:
    """A count, or the votes of one group."""
    return (
        "、".join(f"{key} {count}" for key, count in value.items()) if isinstance(value, dict) else f"{value}"
    )


def keyed(rule: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for rows in rule.values():
        if isinstance(rows, list):
            yield from (row for row in rows if isinstance(row, dict) and "key" in row)
