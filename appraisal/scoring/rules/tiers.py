"""分档: bands of a value, the kinds of a thing, or all and nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..declaring import REQUIRED, Declared, choice, key, number, rows, text
from ..faults import Wrong
from ..numbers import NOUGHT, ONE
from ..telling import num
from .base import BETTER, Measured, Outcome, Rule, Targeted, more_than, repeated
from .ratio import target_of


@dataclass(frozen=True, kw_only=True)
class Band(Declared):
    noun = "档"
    bound: Decimal = number("界限")
    points: Decimal = number("得分")


@dataclass(frozen=True, kw_only=True)
class Tiers(Rule[Measured, None]):
    kind, label, asks = "tiers", "分档计分", Measured
    bands: tuple[Band, ...] = rows("各档", lambda: Band, REQUIRED)
    better: str = choice("好坏", BETTER, "more")
    otherwise: Decimal = number("各档之外得分", 0)

    def faults(self) -> Iterator[str]:
        if not self.bands:
            yield "至少要有一档"
        if len({band.bound for band in self.bands}) < len(self.bands):
            yield "两档的界限相同"

    def against(self, full: Decimal) -> Iterator[str]:
        yield from more_than(full, [*(band.points for band in self.bands), self.otherwise])

    def _ordered(self) -> list[Band]:
        return sorted(self.bands, key=lambda band: band.bound, reverse=self.better == "more")

    def words(self) -> str:
        side = "以上" if self.better == "more" else "以下"
        bands = "，".join(f"{num(band.bound)}{side}得{num(band.points)}分" for band in self._ordered())
        return f"分档计分：{bands}，其余得{num(self.otherwise)}分"

    def score(self, full: Decimal, given: Measured, known: None) -> Outcome:
        side = "≥" if self.better == "more" else "≤"
        for band in self._ordered():
            reached = given.value >= band.bound if self.better == "more" else given.value <= band.bound
            if reached:
                return Outcome(
                    band.points, (f"{num(given.value)} {side} {num(band.bound)}，得 {num(band.points)}",)
                )
        return Outcome(self.otherwise, (f"{num(given.value)}，不在各档之内，得 {num(self.otherwise)}",))


@dataclass(frozen=True, kw_only=True)
class AllOrNothing(Rule[Targeted, None]):
    kind, label, asks = "all_or_nothing", "达标得满分", Targeted
    target: Decimal | None = number("目标值", 1, help="只看完成与否的填 1：完成为 1，未完成为 0")
    better: str = choice("好坏", BETTER, "more")

    @property
    def _done(self) -> bool:
        """Whether it is only asked if something is done."""
        return self.target == ONE and self.better == "more"

    def words(self) -> str:
        if self._done:
            return "完成得满分，未完成不得分"
        goal = "目标值" if self.target is None else num(self.target)
        return f"{'达到' if self.better == 'more' else '不超过'}{goal}得满分，否则不得分"

    def score(self, full: Decimal, given: Targeted, known: None) -> Outcome:
        target = given.target if given.target is not None else self.target
        if target is None:
            target = target_of(given, None)
        met = given.value >= target if self.better == "more" else given.value <= target
        points = full if met else NOUGHT
        return Outcome(points, (f"{self._compared(given.value, target, met)}，得 {num(points)}",))

    def _compared(self, value: Decimal, target: Decimal, met: bool) -> str:
        if self._done and value in (NOUGHT, ONE) and target == ONE:
            return "已完成" if met else "未完成"
        side = ("≥" if met else "<") if self.better == "more" else ("≤" if met else ">")
        return f"{num(value)} {side} {num(target)}"


@dataclass(frozen=True, kw_only=True)
class Kind(Declared):
    noun = "类"
    key: str = key("代号")
    name: str = text("名称")
    points: Decimal = number("得分")


@dataclass(frozen=True, kw_only=True)
class Sorted(Declared):
    choice: str = text("类别")


@dataclass(frozen=True, kw_only=True)
class Classes(Rule[Sorted, None]):
    kind, label, asks = "classes", "分类计分", Sorted
    kinds: tuple[Kind, ...] = rows("各类", lambda: Kind, REQUIRED)

    def faults(self) -> Iterator[str]:
        if not self.kinds:
            yield "至少要有一类"
        yield from repeated(self.kinds)

    def against(self, full: Decimal) -> Iterator[str]:
        yield from more_than(full, [kind.points for kind in self.kinds])

    def words(self) -> str:
        return "按类别计分：" + "，".join(f"{kind.name}{num(kind.points)}分" for kind in self.kinds)

    def refuses(self, given: Sorted) -> Iterator[str]:
        if given.choice not in (kind.key for kind in self.kinds):
            yield f"没有类别「{given.choice}」，只有：{'、'.join(kind.key for kind in self.kinds)}"

    def score(self, full: Decimal, given: Sorted, known: None) -> Outcome:
        for kind in self.kinds:
            if kind.key == given.choice:
                return Outcome(kind.points, (f"{kind.name}，得 {num(kind.points)}",))
        raise Wrong(f"没有类别「{given.choice}」")
