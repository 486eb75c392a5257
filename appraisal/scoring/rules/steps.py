"""达标扣减: who reaches the target has the base; for each step away from it so many points go.

`reach` counts what is missing, `less` what is too much, `gap` both. Steps are whole, or in proportion: they differ (rooms §16.2).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from ..declaring import Choices, choice, number, text
from ..numbers import HUNDRED, NOUGHT, whole_steps
from ..telling import equals, minus, num
from .base import STEPS, Outcome, Rule, Targeted, at_least
from .ratio import target_of

GOAL_UNIT = {"个百分点": "%"}  # steps are counted in points, the goal is so many percent
BY: Choices = (("unit", "按差值"), ("percent", "按占目标值的百分比"))


@dataclass(frozen=True, kw_only=True)
class Stepped(Rule[Targeted, None]):
    """What the three have in common. `away`: what a step leads away from the target to."""

    asks = Targeted
    away: ClassVar[str]
    good: ClassVar[str]
    target: Decimal | None = number("目标值", None, help="各单位不同的，在各单位的数据里写")
    base: Decimal | None = number("达标得分", None, help="不填时为该指标满分")
    per: Decimal = number("每差", 1, above=NOUGHT)
    unit: str = text("计量单位", "", help="如 个百分点、岁、件")
    points: Decimal = number("扣分", low=NOUGHT)
    by: str = choice("差距", BY, "unit")
    step: str = choice("不足一档", STEPS)
    floor: Decimal = number("最低得分", 0)

    def faults(self) -> Iterator[str]:
        if self.base is not None and self.floor > self.base:
            yield f"最低得分 {num(self.floor)} 大于达标得分 {num(self.base)}"

    def against(self, full: Decimal) -> Iterator[str]:
        if self.base is not None and self.base > full:
            yield f"达标得分 {num(self.base)} 超过满分 {num(full)}"

    def words(self) -> str:
        goal = "目标值" if self.target is None else num(self.target) + GOAL_UNIT.get(self.unit, self.unit)
        base = "满分" if self.base is None else f"{num(self.base)}分"
        unit = "%" if self.by == "percent" else self.unit
        step = "不足一档不扣" if self.step == "whole" else "不足一档按比例扣"
        end = f"最低{num(self.floor)}分" if self.floor else "扣完为止"
        return f"{self.good}{goal}得{base}，每{self.away}{num(self.per)}{unit}扣{num(self.points)}分，{step}，{end}"

    def distance(self, value: Decimal, target: Decimal) -> Decimal:
        raise NotImplementedError

    def score(self, full: Decimal, given: Targeted, known: None) -> Outcome:
        target = target_of(given, self.target) if self.by == "percent" else self._goal(given)
        base = full if self.base is None else self.base
        distance = self.distance(given.value, target)
        if distance <= 0:
            return Outcome(base, (f"{num(given.value)}，{self.good}{num(target)}，得 {num(base)}",))
        steps = [equals(self._difference(given.value, target), distance)]
        if self.by == "percent":
            distance = distance * HUNDRED / target
            steps.append(equals(f"占目标值 {num(target)} 的百分比", distance))
        return self._down(base, distance, steps)

    def _goal(self, given: Targeted) -> Decimal:
        """A gap is measured from any target, from nought and from below it, too."""
        return given.target if given.target is not None else self._declared(given)

    def _declared(self, given: Targeted) -> Decimal:
        return self.target if self.target is not None else target_of(given, None)

    def _down(self, base: Decimal, distance: Decimal, steps: list[str]) -> Outcome:
        count = distance / self.per
        if self.step == "whole":
            count = whole_steps(count)
            steps.append(f"每满 {num(self.per)} 计一档，共 {num(count)} 档")
        points = base - count * self.points
        steps.append(equals(f"{num(base)} − {num(count)} × {num(self.points)}", points))
        return Outcome(at_least(points, self.floor, steps), tuple(steps))

    def _difference(self, value: Decimal, target: Decimal) -> str:
        return f"{num(target)} − {minus(value)}"


@dataclass(frozen=True, kw_only=True)
class Reach(Stepped):
    kind, label, rises, away, good = "reach", "达标扣减", 1, "低", "达到"

    def distance(self, value: Decimal, target: Decimal) -> Decimal:
        return target - value


@dataclass(frozen=True, kw_only=True)
class Less(Stepped):
    kind, label, rises, away, good = "less", "越少越好", -1, "超", "不超过"

    def distance(self, value: Decimal, target: Decimal) -> Decimal:
        return value - target

    def _difference(self, value: Decimal, target: Decimal) -> str:
        return f"{num(value)} − {minus(target)}"


@dataclass(frozen=True, kw_only=True)
class Gap(Stepped):
    kind, label, rises, away, good = "gap", "差距扣减", 0, "差", "等于"

    def distance(self, value: Decimal, target: Decimal) -> Decimal:
        return abs(target - value)

    def _difference(self, value: Decimal, target: Decimal) -> str:
        high, low = max(value, target), min(value, target)
        return f"{num(high)} − {minus(low)}"
