"""现状和改善: one rule for where a subject stands, another for how far it has come, weighted (rooms A22). In the first year only the first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..declaring import Choices, Declared, choice, number, other
from ..faults import Wrong
from ..numbers import HUNDRED, NOUGHT
from ..telling import equals, minus, num
from .base import BETTER, Measured, Outcome, Rule, Targeted

CHANGE: Choices = (("difference", "差值"), ("percent", "百分比"))


@dataclass(frozen=True, kw_only=True)
class Compared(Declared):
    value: Decimal = number("本期值")
    before: Decimal | None = number("上期值", None, help="第一年没有的不填，只按现状计分")


@dataclass(frozen=True)
class Known:
    level: Any
    change: Any


@dataclass(frozen=True, kw_only=True)
class Improvement(Rule[Compared, Known]):
    kind, label, asks = "improvement", "现状加改善", Compared
    level: Rule[Any, Any] = other("现状规则", "rule")
    change: Rule[Any, Any] = other("改善规则", "rule", help="改善的为正数")
    level_weight: Decimal = number("现状权重", 40, unit="%", low=NOUGHT)
    by: str = choice("改善按", CHANGE, "difference")
    better: str = choice("好坏", BETTER, "more", help="越少越好的，减少为改善")

    def faults(self) -> Iterator[str]:
        if self.level_weight > HUNDRED:
            yield f"现状权重最多 100%，现为 {num(self.level_weight)}%"
        for name, rule in (("现状", self.level), ("改善", self.change)):
            if rule.asks not in (Measured, Targeted):
                yield f"{name}规则应按一个完成值计分，不能用「{rule.label}」"

    def against(self, full: Decimal) -> Iterator[str]:
        yield from self.level.against(full)
        yield from self.change.against(full)

    def words(self) -> str:
        level, change = num(self.level_weight), num(HUNDRED - self.level_weight)
        return f"现状占{level}%（{self.level.words()}），改善占{change}%（{self.change.words()}）；没有上期值的只按现状"

    def of_class(self, given: Sequence[Compared]) -> Known:
        return Known(
            self.level.of_class([self._asked(self.level, one.value) for one in given]),
            self.change.of_class(
                [self._asked(self.change, self._change(one)) for one in given if one.before is not None]
            ),
        )

    def score(self, full: Decimal, given: Compared, known: Known | None) -> Outcome:
        known = known or Known(None, None)
        level = self.level.score(full, self._asked(self.level, given.value), known.level)
        if level.points is None:
            return level
        steps = [f"现状：{step}" for step in level.steps]
        if given.before is None:
            return Outcome(level.points, (*steps, "没有上期值，只按现状计分"))
        changed = self._change(given)
        change = self.change.score(full, self._asked(self.change, changed), known.change)
        if change.points is None:
            return change
        steps.append(equals(f"改善：{self._change_in_words(given)}", changed))
        steps += [f"改善：{step}" for step in change.steps]
        rest = HUNDRED - self.level_weight
        points = (level.points * self.level_weight + change.points * rest) / HUNDRED
        words = f"{num(level.points)} × {num(self.level_weight)}% + {num(change.points)} × {num(rest)}%"
        return Outcome(points, (*steps, equals(words, points)))

    def _asked(self, rule: Rule[Any, Any], value: Decimal) -> Any:
        return rule.asks(value=value)  # type: ignore[call-arg]

    def _change(self, given: Compared) -> Decimal:
        """More than nought where it is better than before."""
        assert given.before is not None
        found = given.value - given.before if self.better == "more" else given.before - given.value
        if self.by == "difference":
            return found
        if given.before <= 0:
            raise Wrong(f"改善按百分比计，上期值应大于 0，现为 {num(given.before)}")
        return found * HUNDRED / given.before

    def _change_in_words(self, given: Compared) -> str:
        assert given.before is not None
        new, old = (given.value, given.before) if self.better == "more" else (given.before, given.value)
        found = f"{num(new)} − {minus(old)}"
        return found if self.by == "difference" else f"({found}) ÷ {num(given.before)} × 100"
