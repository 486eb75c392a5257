"""完成比例: done against target, capped, with a bonus for what is over it; and a score brought to another full mark."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..declaring import Declared, choice, number, rows
from ..faults import Wrong
from ..numbers import HUNDRED, NOUGHT, whole_steps
from ..telling import equals, minus, num, percent
from .base import STEPS, Measured, Outcome, Rule, Targeted, at_least, at_most


@dataclass(frozen=True, kw_only=True)
class Size(Declared):
    noun = "任务规模"
    least: Decimal = number("目标值不少于")
    points: Decimal = number("每档加分")


@dataclass(frozen=True, kw_only=True)
class Ratio(Rule[Targeted, None]):
    """The bonus: for each `over_per` percent over the target so many points, by the size of the task where that is declared."""

    kind, label, asks, rises = "ratio", "完成比例", Targeted, 1
    target: Decimal | None = number("目标值", None, above=NOUGHT, help="各单位不同的，在各单位的数据里写")
    cap: Decimal = number("完成率最高按", 100, unit="%", above=NOUGHT)
    floor: Decimal = number("最低得分", 0)
    nothing_below: Decimal = number("完成率低于此数不得分", 0, unit="%")
    over_per: Decimal | None = number("每超", None, unit="%", above=NOUGHT)
    over_points: Decimal | None = number("加分", None, low=NOUGHT)
    over_most: Decimal | None = number("超额加分最多", None, low=NOUGHT)
    over_by_size: tuple[Size, ...] = rows("按任务规模加分", lambda: Size)
    over_step: str = choice("超额不足一档", STEPS, "proportional")

    def faults(self) -> Iterator[str]:
        bonus = self.over_points is not None or bool(self.over_by_size)
        if (self.over_per is not None) != bonus:
            yield "超额加分要同时写明 over_per（每超百分之几）和 over_points 或 over_by_size（加几分）"
        if bonus and self.cap != HUNDRED:
            yield f"完成率按 {self.cap}% 封顶和超额加分不能同时用：超出部分会算两次"

    def words(self) -> str:
        said = "按完成比例计分，" + (
            "最高得满分" if self.cap == HUNDRED else f"完成率最高按{num(self.cap)}%计"
        )
        if self.nothing_below:
            said += f"，完成率不到{num(self.nothing_below)}%的不得分"
        if self.floor:
            said += f"，最低{num(self.floor)}分"
        return said + self._bonus_in_words()

    def _bonus_in_words(self) -> str:
        if self.over_per is None:
            return ""
        gives = [f"目标{num(size.least)}以上的加{num(size.points)}分" for size in self._sizes()]
        if self.over_points is not None:
            gives.append(f"{'其余' if gives else ''}加{num(self.over_points)}分")
        most = "" if self.over_most is None else f"，最多加{num(self.over_most)}分"
        whole = "，不足一档不加" if self.over_step == "whole" else ""
        return f"；每超{num(self.over_per)}%，{'，'.join(gives)}{most}{whole}"

    def _sizes(self) -> list[Size]:
        return sorted(self.over_by_size, key=lambda size: size.least, reverse=True)

    def score(self, full: Decimal, given: Targeted, known: None) -> Outcome:
        target = target_of(given, self.target)
        reached = given.value * HUNDRED / target
        if reached < self.nothing_below:
            below = f"完成率 {percent(reached)}，不到 {num(self.nothing_below)}%，不得分"
            return Outcome(self.floor, (below,))
        points, steps = self._within(full, given.value, target, reached)
        points = at_least(points, self.floor, steps)
        if self.over_per is not None and reached > HUNDRED:
            bonus = self._bonus(reached - HUNDRED, target, steps)
            steps.append(equals(f"合计 {num(points)} + {num(bonus)}", points + bonus))
            points += bonus
        return Outcome(points, tuple(steps))

    def _within(
        self, full: Decimal, value: Decimal, target: Decimal, reached: Decimal
    ) -> tuple[Decimal, list[str]]:
        if reached > self.cap:
            points = full * self.cap / HUNDRED
            capped = f"完成率 {percent(reached)}，按 {num(self.cap)}% 计"
            return points, [capped, equals(f"{num(full)} × {num(self.cap)}%", points)]
        points = max(value * full / target, NOUGHT)
        return points, [equals(f"{minus(value)} ÷ {num(target)} × {num(full)}", points)]

    def _bonus(self, over: Decimal, target: Decimal, steps: list[str]) -> Decimal:
        assert self.over_per is not None
        each = next(
            (size.points for size in self._sizes() if target >= size.least), self.over_points or NOUGHT
        )
        count = over / self.over_per
        if self.over_step == "whole":
            count = whole_steps(count)
        bonus = count * each
        steps.append(f"超额 {percent(over)}，" + equals(f"加分 {num(count)} × {num(each)}", bonus))
        return at_most(bonus, self.over_most, steps)


@dataclass(frozen=True, kw_only=True)
class Converted(Rule[Measured, None]):
    """A score of somebody else's appraisal, whose full mark was `base`."""

    kind, label, asks, rises = "converted", "折算得分", Measured, 1
    base: Decimal = number("原满分", above=NOUGHT)

    def words(self) -> str:
        return f"原得分满分{num(self.base)}分，按比例折算，最高得满分"

    def score(self, full: Decimal, given: Measured, known: None) -> Outcome:
        points = given.value * full / self.base
        steps = [equals(f"{minus(given.value)} ÷ {num(self.base)} × {num(full)}", points)]
        return Outcome(at_most(at_least(points, NOUGHT, steps), full, steps), tuple(steps))


def target_of(given: Targeted, declared: Decimal | None) -> Decimal:
    """The subject's own target goes before that of the scheme. Raises Wrong where there is none."""
    target = declared if given.target is None else given.target
    if target is None:
        raise Wrong("没有目标值：方案和本单位的数据里都没有写 target")
    if target <= 0:
        raise Wrong(f"目标值应大于 0，现为 {num(target)}")
    return target
