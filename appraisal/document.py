"""What the engine is asked for one series in one period: the scheme as a tree, each unit with its values and adjustments
(`appraisal/README.md`). Of a year, what half a year was worth counts as the scheme says."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from appraisal.models import Adjustment, AdjustmentRule, Appraised, Indicator, Period, Result, Scheme, Value
from appraisal.tree import Node, leaves, plain, rule_at_half, tree
from bureau.org.models import Unit

FORMAT = 1
HALF, REST = "半年", "年终"  # keys of the two branches of a year
WHOLE, CENT = Decimal(100), Decimal("0.01")
FORCE = Adjustment.State.APPROVED


def document_of(period: Period, scheme: Scheme) -> dict[str, Any]:
    """The document, canonical: the same rows give the same document."""
    parts = list(
        period.appraised.filter(scheme=scheme)
        .select_related("assignment__unit")
        .order_by("assignment__unit__order", "pk")
    )
    indicators = [one for one in scheme.indicators.all() if one.half or period.part == Period.Part.YEAR]
    halves = of_half_year(period, scheme)
    added = adjustments_of(period, parts)
    rules = rules_of(scheme, added)
    return {
        "format": FORMAT,
        "scheme": {
            "name": str(scheme),
            "full": plain(scheme.full),
            "places": 2,
            "rounding": "half_up",
            "bonus_cap": plain(scheme.bonus_cap),
            "deduction_cap": plain(scheme.deduction_cap),
            "doubled_below": scheme.doubled_below or None,
            "items": items(scheme, scored(tree(indicators)), halves, period.part),
            "adjustments": [adjustment_rule(one) for one in rules.values()],
            "grades": {name: plain(getattr(scheme, name)) for name in GRADES},
        },
        "subjects": subjects(scheme, parts, indicators, halves, added, rules),
    }


def rules_of(scheme: Scheme, added: Mapping[int, Sequence[Adjustment]]) -> dict[str, AdjustmentRule]:
    """By label: those of the scheme, and those of an earlier version by which something was counted in the half-year."""
    found = {one.label: one for one in scheme.adjustment_rules.order_by("pk")}
    carried = sorted((one.rule for of_unit in added.values() for one in of_unit), key=lambda rule: rule.pk)
    for rule in carried:
        found.setdefault(rule.label, rule)
    return found


def scored(roots: Sequence[Node]) -> list[Node]:
    """Without the branches in which nothing is scored in this period."""
    for node in roots:
        node.children = scored(node.children)
    return [node for node in roots if node.children or node.indicator.rule]


GRADES = ("first_at", "second_at", "third_at", "first_share")


def items(
    scheme: Scheme, roots: Sequence[Node], halves: Mapping[int, Decimal], part: str
) -> list[dict[str, Any]]:
    """At half-year, and in a year without one, the whole tree; else what half a year was worth, and the tree for the rest."""
    below = [item(scheme, node, part) for node in roots]
    base = common_sum(roots)
    if not halves:
        return below if base == scheme.full else [branch("指标", "指标得分", scheme.full, base, below)]
    share = scheme.full * scheme.half_share / WHOLE
    half = {
        "key": HALF,
        "name": "半年考核得分",
        "full": plain(share),
        "rule": {"kind": "converted", "base": plain(scheme.full)},
        "not_applicable": "spread",
    }
    return [half, branch(REST, "年终考核得分", scheme.full - share, base, below)]


def branch(key: str, name: str, full: Decimal, base: Decimal, below: list[dict[str, Any]]) -> dict[str, Any]:
    """Branches whose points are brought to another full mark."""
    return {"key": key, "name": name, "full": plain(full), "base": plain(base), "items": below}


def common_sum(roots: Sequence[Node]) -> Decimal:
    """What the roots add up to for any one unit: its own indicators stand below a root, or are one each."""
    own = [node.indicator.unit_id for node in roots if node.indicator.unit_id]
    one = min(own, default=None)
    return sum((node.indicator.full for node in roots if node.indicator.unit_id in (None, one)), Decimal())


def item(scheme: Scheme, node: Node, part: str) -> dict[str, Any]:
    one = node.indicator
    raw: dict[str, Any] = {"key": one.code, "name": one.name, "full": plain(one.full)}
    if one.unit_id:
        raw["only"] = [str(one.unit_id)]
    if not node.is_leaf:
        below, base = [item(scheme, child, part) for child in node.children], common_sum(node.children)
        return raw | ({"items": below} if base == one.full else {"base": plain(base), "items": below})
    rule = rule_at_half(one) if part == Period.Part.HALF else one.rule
    raw |= {"rule": rule, "not_applicable": one.absent, "missing": "refuse"}
    return raw | ({"late": {"deduct": plain(scheme.late_deducts)}} if scheme.late_deducts else {})


def adjustment_rule(one: AdjustmentRule) -> dict[str, Any]:
    points = plain(one.points)
    return {
        "key": str(one.pk),
        "name": one.label,
        "points": points,
        "cap": plain(one.cap) if one.cap else None,
    }


def subjects(
    scheme: Scheme,
    parts: Sequence[Appraised],
    indicators: Sequence[Indicator],
    halves: Mapping[int, Decimal],
    added: Mapping[int, Sequence[Adjustment]],
    rules: Mapping[str, AdjustmentRule],
) -> list[dict[str, Any]]:
    values = values_of(parts)
    return [
        {
            "key": str(part.assignment.unit_id),
            "name": part.unit.short,
            "class": scheme.series,
            "tasks": part.tasks,
            "apart": part.apart,
            "veto": "；".join(
                sorted({one.rule.label for one in added[part.assignment.unit_id] if one.rule.vetoes})
            ),
            "values": given(part, indicators, values[part.pk], halves),
            "adjustments": [adjustment(one, rules[one.rule.label]) for one in added[part.assignment.unit_id]],
        }
        for part in parts
    ]


def values_of(parts: Sequence[Appraised]) -> dict[int, dict[int, Value]]:
    found: dict[int, dict[int, Value]] = defaultdict(dict)
    for one in Value.objects.filter(appraised__in=parts):
        found[one.appraised_id][one.indicator_id] = one
    return found


def given(
    part: Appraised,
    indicators: Sequence[Indicator],
    values: Mapping[int, Value],
    halves: Mapping[int, Decimal],
) -> dict[str, Any]:
    raw: dict[str, Any] = {}
    unit = part.assignment.unit_id
    for node in leaves(scored(tree(indicators, unit))):
        one = values.get(node.indicator.pk)
        raw[node.indicator.code] = {"status": one.status, **one.data} if one else {"status": "missing"}
    if halves:
        half = halves.get(unit)
        raw[HALF] = (
            {"status": "not_applicable"} if half is None else {"status": "given", "value": plain(half)}
        )
    return raw


def adjustments_of(period: Period, parts: Sequence[Appraised]) -> dict[int, list[Adjustment]]:
    """By unit: in force in this period, and in the half-year before it in the same year; who carries on after a merger bears what its
    predecessors brought."""
    found: dict[int, list[Adjustment]] = defaultdict(list)
    periods = Period.objects.filter(year=period.year, ends_on__lte=period.ends_on).exclude(state="void")
    units = {part.assignment.unit_id for part in parts}
    in_force = Adjustment.objects.filter(state=FORCE, appraised__period__in=periods).select_related(
        "rule", "appraised__assignment__unit__merged_into"
    )
    for one in in_force.order_by("happened_on", "pk"):
        unit = one.appraised.assignment.unit
        bearer = next((key for key in (unit.pk, unit.successor.pk) if key in units), None)
        if bearer is not None:
            found[bearer].append(one)
    return found


def adjustment(one: Adjustment, rule: AdjustmentRule) -> dict[str, Any]:
    """`rule`: that of its label in the scheme that holds now."""
    return {
        "key": str(rule.pk),
        "points": plain(one.points),
        "note": f"{one.happened_on:%Y-%m-%d} {one.words}",
    }


def of_half_year(period: Period, scheme: Scheme) -> dict[int, Decimal]:
    """unit → what its indicators were worth in the published half-year of this year, of the full mark of this scheme; of who carries on
    after a merger the mean of all of them by their months (rooms §16.3). Adjustments are counted once, in the year."""
    if period.part != Period.Part.YEAR or not scheme.half_share:
        return {}
    units = set(period.appraised.filter(scheme=scheme).values_list("assignment__unit", flat=True))
    joined: dict[int, list[tuple[Decimal, Decimal]]] = defaultdict(list)
    for unit, base, count in worth(period.year, scheme.full):
        carries_on = unit.successor.pk
        if carries_on in units:
            joined[carries_on].append((base, count))
    return {unit: mean_by_months(found) for unit, found in joined.items()}


def worth(year: int, full: Decimal) -> Iterator[tuple[Unit, Decimal, Decimal]]:
    """Of each unit of the half-year: its indicators' points, brought to this full mark, and its months."""
    published = Result.objects.filter(period__year=year, period__part=Period.Part.HALF).exclude(
        kind=Result.Kind.PUBLICISED
    )
    last = {one.scheme_id: one for one in published.select_related("scheme").order_by("pk")}
    parts = Appraised.objects.filter(period__in={one.period_id for one in last.values()})
    for part in parts.select_related("assignment__unit__merged_into").order_by("pk"):
        line = last[part.scheme_id].line_for(part.assignment.unit) if part.scheme_id in last else None
        if line and line["total"] is not None:
            base = Decimal(line["base"]) * full / last[part.scheme_id].scheme.full
            yield part.assignment.unit, base, part.months


def mean_by_months(found: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    """A single one stays as it was kept."""
    if len(found) == 1:
        return found[0][0]
    whole = sum((months for _base, months in found), Decimal())
    mean = sum((base * months for base, months in found), Decimal()) / whole
    return mean.quantize(CENT, ROUND_HALF_UP)
