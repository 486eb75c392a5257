"""同类比较: a share of the best of the class, or where one stands between its lowest and highest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..declaring import choice, number
from ..faults import Wrong
from ..numbers import HUNDRED, NOUGHT
from ..telling import equals, minus, num
from .base import BETTER, Measured, Outcome, Rule, at_least

ALONE = "本类没有可以比较的数据"


@dataclass(frozen=True, kw_only=True)
class Best(Rule[Measured, Decimal]):
    """第1名满分，其余按第1名的比例. Where less is better, the best over one's own."""

    kind, label, asks = "best", "按最好单位比例", Measured
    better: str = choice("好坏", BETTER, "more")
    floor: Decimal = number("最低得分", 0)

    def words(self) -> str:
        floor = f"，最低{num(self.floor)}分" if self.floor else ""
        how = "本单位与最高的比例" if self.better == "more" else "最低的与本单位的比例"
        return f"本类第一名得满分，其余按{how}计分{floor}"

    def of_class(self, given: Sequence[Measured]) -> Decimal | None:
        values = [one.value for one in given]
        return (max if self.better == "more" else min)(values) if values else None

    def score(self, full: Decimal, given: Measured, known: Decimal | None) -> Outcome:
        if known is None:
            return Outcome(None, (ALONE,))
        if self.better == "more" and known == NOUGHT == max(given.value, known):
            return Outcome(max(NOUGHT, self.floor), ("本类最好为 0，没有可比的",))
        if given.value >= known if self.better == "more" else given.value <= known:
            return Outcome(full, (f"{num(given.value)} 为本类最好，得满分 {num(full)}",))
        top, bottom = (given.value, known) if self.better == "more" else (known, given.value)
        if bottom <= 0:
            raise Wrong(f"按比例计分，分母应大于 0，现为 {num(bottom)}")
        points = max(min(top * full / bottom, full), NOUGHT)
        steps = [f"本类最好为 {num(known)}", equals(f"{minus(top)} ÷ {num(bottom)} × {num(full)}", points)]
        return Outcome(at_least(points, self.floor, steps), tuple(steps))


@dataclass(frozen=True)
class Span:
    low: Decimal
    high: Decimal


@dataclass(frozen=True, kw_only=True)
class LoHi(Rule[Measured, Span]):
    """功效系数: 40 × (x − min) ÷ (max − min) + 60, of 100. Where all are alike, all have the full mark."""

    kind, label, asks = "lo_hi", "功效系数", Measured
    base: Decimal = number("基础部分", 60, unit="%", low=NOUGHT)
    better: str = choice("好坏", BETTER, "more")
    low: Decimal | None = number("下限", None, help="不填时为本类最低")
    high: Decimal | None = number("上限", None, help="不填时为本类最高")

    def faults(self) -> Iterator[str]:
        if self.base > HUNDRED:
            yield f"基础部分最多 100%，现为 {num(self.base)}%"
        if self.low is not None and self.high is not None and self.low >= self.high:
            yield f"下限 {num(self.low)} 应小于上限 {num(self.high)}"

    def words(self) -> str:
        low = "本类最低" if self.low is None else num(self.low)
        high = "本类最高" if self.high is None else num(self.high)
        part = f"（本单位 − {low}）" if self.better == "more" else f"（{high} − 本单位）"
        rest = num(HUNDRED - self.base)
        return f"功效系数：满分 ×［{rest}% × {part} ÷（{high} − {low}）＋ {num(self.base)}%］"

    def of_class(self, given: Sequence[Measured]) -> Span | None:
        values = [one.value for one in given]
        low, high = (min(values), max(values)) if values else (self.low, self.high)
        low, high = low if self.low is None else self.low, high if self.high is None else self.high
        return None if low is None or high is None else Span(low, high)

    def score(self, full: Decimal, given: Measured, known: Span | None) -> Outcome:
        if known is None:
            return Outcome(None, (ALONE,))
        if known.low == known.high and self.low is None and self.high is None:
            return Outcome(full, (f"本类都是 {num(known.low)}，不分高低，得满分 {num(full)}",))
        if known.low >= known.high:
            raise Wrong(f"下限 {num(known.low)} 应小于上限 {num(known.high)}")
        value = min(max(given.value, known.low), known.high)
        steps = [f"本类最低 {num(known.low)}，最高 {num(known.high)}"]
        if value != given.value:
            steps.append(f"{num(given.value)} 在范围之外，按 {num(value)} 计")
        top, bottom = (value, known.low) if self.better == "more" else (known.high, value)
        above = (HUNDRED - self.base) * (top - bottom) / (known.high - known.low)
        reckoned = f"({num(top)} − {minus(bottom)}) ÷ ({num(known.high)} − {minus(known.low)})"
        steps.append(equals(f"{num(HUNDRED - self.base)} × {reckoned} + {num(self.base)}", above + self.base))
        points = (above + self.base) * full / HUNDRED
        steps.append(equals(f"{num(above + self.base)}% × {num(full)}", points))
        return Outcome(points, tuple(steps))
