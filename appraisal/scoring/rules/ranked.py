"""按名次计分: points by rank in the class."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..declaring import choice, list_of_numbers, number
from ..numbers import HUNDRED, NOUGHT
from ..telling import equals, num
from .base import BETTER, Measured, Outcome, Rule, at_least
from .compared import ALONE


@dataclass(frozen=True, kw_only=True)
class Ranks(Rule[Measured, tuple[Decimal, ...]]):
    """Points by rank in the class, 1, 1, 3: from a table, or so many percent of the full mark less for each place."""

    kind, label, asks = "ranks", "按名次计分", Measured
    points: tuple[Decimal, ...] | None = list_of_numbers("各名次得分", None, help="从第一名起，如 60，57，54")
    after: Decimal | None = number("其后名次得分", None, help="不填时与最后一个相同")
    less: Decimal | None = number("每低一名减满分的", None, unit="%", low=NOUGHT)
    floor: Decimal = number("最低得分", 0)
    better: str = choice("好坏", BETTER, "more", help="数据本身是名次的选越少越好")

    def faults(self) -> Iterator[str]:
        if bool(self.points) == (self.less is not None):
            yield "各名次得分（points）和每低一名减分（less）应写一个，且只写一个"
        if self.points and list(self.points) != sorted(self.points, reverse=True):
            yield "名次在后的得分高于在前的"

    def against(self, full: Decimal) -> Iterator[str]:
        if self.points and self.points[0] > full:
            yield f"第一名得分 {num(self.points[0])} 超过满分 {num(full)}"

    def words(self) -> str:
        if self.less is not None:
            floor = f"，最低{num(self.floor)}分" if self.floor else ""
            return f"按本类名次计分：第一名得满分，每低一名减满分的{num(self.less)}%{floor}，同分同名次"
        table = "、".join(f"第{place}名{num(points)}分" for place, points in enumerate(self.points or (), 1))
        return f"按本类名次计分：{table}，其后得{num(self._after())}分，同分同名次"

    def of_class(self, given: Sequence[Measured]) -> tuple[Decimal, ...] | None:
        return tuple(sorted(one.value for one in given)) or None

    def score(self, full: Decimal, given: Measured, known: tuple[Decimal, ...] | None) -> Outcome:
        if known is None:
            return Outcome(None, (ALONE,))
        more = self.better == "more"
        rank = 1 + sum(1 for value in known if (value > given.value if more else value < given.value))
        steps = [f"{num(given.value)}，在本类参加比较的 {len(known)} 个里居第 {rank} 名"]
        if self.less is not None:
            rate = HUNDRED - self.less * (rank - 1)
            points = full * rate / HUNDRED
            steps.append(equals(f"{num(full)} × (100% − {rank - 1} × {num(self.less)}%)", points))
            return Outcome(at_least(points, self.floor, steps), tuple(steps))
        table = self.points or ()
        points = table[rank - 1] if rank <= len(table) else self._after()
        return Outcome(points, (*steps, f"按名次得 {num(points)}"))

    def _after(self) -> Decimal:
        return self.after if self.after is not None else (self.points or (NOUGHT,))[-1]
