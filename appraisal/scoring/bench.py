"""`python -m appraisal.scoring.bench`: how long a large county takes. 100 units, 40 indicators, of which 10 are evaluated by 12 groups of voters."""

import sys
from decimal import Decimal
from time import perf_counter
from typing import Any

from . import score

UNITS, INDICATORS, GROUPS, CLASSES = 100, 40, 12, 6
OPTIONS = (("好", 100), ("较好", 80), ("一般", 60), ("差", 40))
WHOLE = 100


def document(units: int = UNITS, indicators: int = INDICATORS, groups: int = GROUPS) -> dict[str, Any]:
    """Every fourth indicator is voted on, the others are measured; the numbers differ by unit, and are the same each time."""
    rules = [_rule(at, groups) for at in range(indicators)]
    full = Decimal(WHOLE) / indicators
    items = [
        {"key": str(at), "name": f"指标{at}", "full": full, "rule": rule, "not_applicable": "average"}
        for at, rule in enumerate(rules)
    ]
    grades = {"first_at": 80, "second_at": 70, "third_at": 60, "first_share": 20}
    return {
        "format": 1,
        "scheme": {"name": "大县", "full": WHOLE, "items": items, "grades": grades},
        "subjects": [_unit(unit, rules, groups) for unit in range(units)],
    }


def _rule(at: int, groups: int) -> dict[str, Any]:
    voted = {
        "kind": "evaluation",
        "options": [{"key": key, "name": key, "value": value} for key, value in OPTIONS],
        "groups": [
            {"key": str(group), "name": f"第{group}组", "weight": _share(group, groups)}
            for group in range(groups)
        ],
    }
    reached: dict[str, Any] = {"kind": "reach", "target": 95, "points": "0.05", "step": "proportional"}
    return (voted, {"kind": "ratio", "target": 90}, {"kind": "best"}, reached)[at % 4]


def _share(group: int, groups: int) -> int:
    """Whole percents that add up."""
    each = WHOLE // groups
    return each if group else WHOLE - each * (groups - 1)


def _unit(unit: int, rules: list[dict[str, Any]], groups: int) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for at, rule in enumerate(rules):
        if rule["kind"] != "evaluation":
            values[str(at)] = {"value": 60 + (unit * 7 + at * 13) % 41}
            continue
        votes = {key: 1 + (unit + at + place) % 9 for place, (key, _) in enumerate(OPTIONS)}
        values[str(at)] = {"ballots": {str(group): votes for group in range(groups)}}
    return {"key": str(unit), "name": f"单位{unit}", "class": f"第{unit % CLASSES}类", "values": values}


def main() -> None:
    raw = document()
    start = perf_counter()
    found = score(raw)
    took = perf_counter() - start
    sys.stdout.write(f"{UNITS} 个单位 × {INDICATORS} 项指标，{GROUPS} 组评价：{took:.2f} 秒\n")
    sys.stdout.write(f"有总分的 {sum(1 for one in found['subjects'] if one['total'])} 个\n")


if __name__ == "__main__":
    main()
