"""The indicators of a scheme as a tree, as it stands for one unit or for all; and what does not add up in it (rooms A16)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from appraisal.models import Indicator, Member, Scheme
from appraisal.scoring import check_rule, inputs_of

MOST_OWN = 8  # 个性指标 of one unit (facts §5.3)
NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass
class Node:
    """An indicator with those below it, in order."""

    indicator: Indicator
    depth: int
    children: list["Node"] = field(default_factory=list)

    @property
    def is_leaf(self) -> bool:
        return not self.children

    def leaves(self) -> Iterator["Node"]:
        if self.is_leaf:
            yield self
        for child in self.children:
            yield from child.leaves()

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            yield from child.walk()


def tree(indicators: Sequence[Indicator], unit: int | None = None) -> list[Node]:
    """The roots. `unit`: only what this unit (its key) is appraised by."""
    shown = [one for one in indicators if unit is None or one.unit_id in (None, unit)]
    below: dict[int | None, list[Indicator]] = defaultdict(list)
    for one in shown:
        below[one.parent_id].append(one)

    def grow(parent: int | None, depth: int) -> list[Node]:
        return [Node(one, depth, grow(one.pk, depth + 1)) for one in below[parent]]

    return grow(None, 0)


def below(one: Indicator, indicators: Sequence[Indicator]) -> set[int]:
    """Keys of this one and of everything below it."""
    found, grown = {one.pk}, True
    while grown:
        more = {each.pk for each in indicators if each.parent_id in found} - found
        grown, found = bool(more), found | more
    return found


def walk(roots: Sequence[Node]) -> Iterator[Node]:
    for root in roots:
        yield from root.walk()


def leaves(roots: Sequence[Node]) -> Iterator[Node]:
    for root in roots:
        yield from root.leaves()


def faults(scheme: Scheme, indicators: Sequence[Indicator], members: Sequence[Member]) -> list[str]:
    """What has to be mended before it can be put up, a sentence each, by the place."""
    found = [] if members else ["还没有列入参加考核的单位"]
    if not indicators:
        return [*found, "还没有指标"]
    found += rule_faults(tree(indicators))
    said: set[str] = set()
    for member in members:
        for fault in sum_faults(scheme.full, tree(indicators, member.unit_id)):
            own = any(one.unit_id for one in indicators)
            words = f"{member.unit.short}：{fault}" if own else fault
            if words not in said:
                said.add(words)
                found.append(words)
        own_ones = [one for one in indicators if one.unit_id == member.unit_id]
        if len(own_ones) > MOST_OWN:
            found.append(f"{member.unit.short}的个性指标有{len(own_ones)}项，最多{MOST_OWN}项")
    return found


def rule_faults(roots: Sequence[Node]) -> Iterator[str]:
    for node in leaves(roots):
        one = node.indicator
        if not one.rule:
            yield f"{one}没有计分规则"
            continue
        if not one.supplier:
            yield f"{one}没有写明数据来源"
        if one.supplier == Indicator.Supplier.LEDGER and not takes_a_share(one.rule):
            yield f"{one}由台账自动取数，计分规则须按完成数和目标数计算，如“按完成比例”"
        faults = check_rule(one.rule, one.full)
        for fault in faults or [f"半年目标值：{fault}" for fault in check_rule(rule_at_half(one), one.full)]:
            yield f"{one}：{fault}"


def rule_at_half(one: Indicator) -> dict[str, Any]:
    """A leaf's rule with its half-year target in place of that of the year, where both are a number."""
    rule, found = one.rule or {}, NUMBER.findall(one.half_target)
    return {**rule, "target": found[0]} if rule.get("target") and len(found) == 1 else rule


def takes_a_share(rule: dict[str, Any]) -> bool:
    """Whether it can be given how many of how many."""
    return {"value", "target"} <= {one.name for one in inputs_of(rule)}


def sum_faults(full: Decimal, roots: Sequence[Node]) -> Iterator[str]:
    """Children add up to their branch, roots to the full mark."""
    total = sum((node.indicator.full for node in roots), Decimal())
    if total != full:
        yield f"各项指标合计{plain(total)}分，方案满分{plain(full)}分，请核对"
    for node in walk(roots):
        below = sum((child.indicator.full for child in node.children), Decimal())
        if node.children and below != node.indicator.full:
            yield f"{node.indicator}下各项合计{plain(below)}分，本项{plain(node.indicator.full)}分，请核对"


def shown(points: Decimal | None) -> str:
    """A total as it is ranked: with both places; 「—」 where there is none."""
    return "—" if points is None else f"{points:.2f}"


def dash(points: Decimal | None) -> str:
    """As `plain`; 「—」 where the indicator does not apply or its value is missing."""
    return "—" if points is None else plain(points)


def plain(points: Decimal) -> str:
    """7.50 as 「7.5」."""
    return f"{points.normalize():f}"
