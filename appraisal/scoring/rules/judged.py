"""评定: points that people give, with their reason; the engine only keeps them within the full mark."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..declaring import Declared, number, text
from ..numbers import NOUGHT
from ..telling import num
from .base import Outcome, Rule


@dataclass(frozen=True, kw_only=True)
class Judgement(Declared):
    points: Decimal = number("评定得分", low=NOUGHT)
    reason: str = text("理由和依据")


@dataclass(frozen=True, kw_only=True)
class Judged(Rule[Judgement, None]):
    kind, label, asks = "judged", "评定计分", Judgement
    by: str = text("评定办法", "", help="由谁、按什么评定")

    def words(self) -> str:
        return self.by or "由评定者在满分以内评定，写明理由和依据"

    def over(self, full: Decimal, given: Judgement) -> Iterator[str]:
        if given.points > full:
            yield f"评定得分 {num(given.points)} 超过满分 {num(full)}"

    def score(self, full: Decimal, given: Judgement, known: None) -> Outcome:
        return Outcome(given.points, (f"评定 {num(given.points)} 分：{given.reason}",))
