"""公式: points by a formula of named values; 满分 is the indicator's full mark."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..declaring import Declared, key, number, numbers, rows, text
from ..faults import Wrong
from ..telling import equals, minus, num
from .base import Outcome, Rule, at_least, at_most, repeated
from .expression import ALIKE, SHOWN, Expression, alike, read

FULL = "满分"
RESERVED = {FULL, *ALIKE, *SHOWN}


@dataclass(frozen=True, kw_only=True)
class Named(Declared):
    noun = "变量"
    key: str = key("名称", help="公式里写的名称")
    name: str = text("说明", "")


@dataclass(frozen=True, kw_only=True)
class Filled(Declared):
    values: Mapping[str, Decimal] = numbers("各变量的值")


@dataclass(frozen=True, kw_only=True)
class Formula(Rule[Filled, None]):
    kind, label, asks = "formula", "公式计分", Filled
    expression: str = text("公式", help="如 取小(完成数 ÷ 目标数, 1.2) × 满分")
    names: tuple[Named, ...] = rows("变量", lambda: Named)
    floor: Decimal = number("最低得分", 0)
    cap: Decimal | None = number("最高得分", None, help="不填时为该指标满分")

    def faults(self) -> Iterator[str]:
        try:
            used = read(self.expression).names
        except Wrong as wrong:
            yield str(wrong)
            return
        yield from repeated(self.names)
        known = self._keys()
        for name in sorted(used - set(known) - {FULL}):
            yield f"公式里的「{name}」不在变量里"
        for name in sorted(set(known) - used):
            yield f"变量「{name}」没有用在公式里"
        for name in sorted(RESERVED & set(known)):
            yield f"变量不能叫「{name}」，公式里它另有意思"

    def _keys(self) -> list[str]:
        return [alike(one.key) for one in self.names]

    def words(self) -> str:
        most = "" if self.cap is None else f"，最高{num(self.cap)}分"
        floor = f"，最低{num(self.floor)}分" if self.floor else ""
        return f"按公式计分：{read(self.expression).filled({})}{most or '，最高得满分'}{floor}"

    def refuses(self, given: Filled) -> Iterator[str]:
        known = self._keys()
        filled = {alike(name) for name in given.values}
        for name in known:
            if name not in filled:
                yield f"缺少「{name}」的值"
        for name in sorted(filled - set(known)):
            yield f"没有变量「{name}」，只有：{'、'.join(known)}"

    def score(self, full: Decimal, given: Filled, known: None) -> Outcome:
        formula: Expression = read(self.expression)
        values = {alike(name): value for name, value in given.values.items()} | {FULL: full}
        points = formula.reckon(values)
        told = {name: minus(value) for name, value in values.items()}
        steps = [formula.filled({}), equals(formula.filled(told), points)]
        points = at_most(at_least(points, self.floor, steps), full if self.cap is None else self.cap, steps)
        return Outcome(points, tuple(steps))
