"""A goal as it is typed — target, base, plan — and read, field by field, with a sentence where that cannot be done."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from bureau.jobs.barred import Barred
from bureau.org.naming import fold
from bureau.org.reading.moments import Anchor, moments
from bureau.org.reading.quantities import Quantity, in_unit, quantity, shown
from bureau.pages.fields import YEARS
from directives.models import Directive, Goal
from directives.pace import Pace, percent

LIKE = "请按“60个”“≥80%”“2.1万亩”“控制在5%以内”的样子填写，一项只填一个数"
MOST, DECIMALS, MOST_ROWS = Decimal(10) ** 12, 4, 60
FIELDS = ("target", "base", "plan")
LABELS = {
    "target": "目标值",
    "base": "起点（现状）",
    "plan": "序时计划",
    "value": "累计完成",
    "stages": "阶段节点",
}
APART = re.compile(r"[\s:：,，、=]+")


class Wrong(Barred):
    """What is typed in one field cannot be taken."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(f"“{LABELS[field]}”{sentence}", field=field)


@dataclass(frozen=True)
class Target:
    """A goal as it is registered. `base`: None where there is only a ceiling to be kept. `plan`: days and numbers."""

    side: str
    value: Decimal
    unit: str
    base: Decimal | None = None
    plan: tuple[tuple[date, Decimal], ...] = ()

    @property
    def words(self) -> str:
        """「60个」 to be reached, 「不超过5%」 to be kept."""
        return f"{'不超过' if self.side == Goal.Side.MOST else ''}{self.of(self.value)}"

    @property
    def way(self) -> Pace:
        """From where to where, on no day yet."""
        base = self.value if self.base is None else self.base
        return Pace(base, self.value, (), ceiling=self.base is None)

    def rate_of(self, value: Decimal) -> str:
        """完成率, 「75%」; what went back behind its beginning has none of it."""
        return percent(max(self.way.share(value), Fraction(0)))

    def of(self, value: Decimal) -> str:
        return f"{shown(value)}{self.unit}"

    @property
    def told(self) -> str:
        """With where it begins and what is planned: 「60个（2026-03-31 20，2026-06-30 40）」."""
        begins = [f"起点{self.of(self.base)}"] if self.base else []
        more = [*begins, *(f"{day} {shown(value)}" for day, value in self.plan)]
        return self.words + (f"（{'，'.join(more)}）" if more else "")

    @property
    def typed(self) -> dict[str, str]:
        """As the form's fields hold it."""
        sign = "≤" if self.side == Goal.Side.MOST else ""
        plan = "\n".join(f"{day} {shown(value)}" for day, value in self.plan)
        base = "" if not self.base else self.of(self.base)
        return {"target": f"{sign}{self.of(self.value)}", "base": base, "plan": plan}


def read_target(target: str, base: str, plan: str, day: date) -> Target | None:
    """What was typed, dates without a year read from `day`; None where no target was. Raises Wrong."""
    if not target.strip():
        if base.strip() or plan.strip():
            raise Wrong("target", "没有填写，“起点”和“序时计划”就没有所指，请填写或一并清空。")
        return None
    amount = told("target", target)
    if not amount.value:
        raise Wrong("target", "须大于0。")
    if not amount.unit:
        raise Wrong("target", f"要写上单位。{LIKE}。")
    if len(amount.unit) > Goal.UNIT_LENGTH:
        raise Wrong("target", f"的单位最多{Goal.UNIT_LENGTH}字。{LIKE}。")
    side = Goal.Side.MOST if amount.side == "most" else Goal.Side.LEAST
    start = base_of(base, amount, side)
    return Target(side, amount.value, amount.unit, start, plan_of(plan, amount, start, day))


def target_in_fields(given: Mapping[str, str], day: date) -> Target | None:
    """The same from a form's fields."""
    target, base, plan = (given.get(name, "") for name in FIELDS)
    return read_target(target, base, plan, day)


def told(field: str, words: str, like: str = LIKE) -> Quantity:
    amount = quantity(words)
    if amount is None:
        raise Wrong(field, f"“{words.strip()[:20]}”没有读成数。{like}。")
    return replace(amount, value=fitting(field, words, amount.value))


def fitting(field: str, words: str, value: Decimal) -> Decimal:
    """As it can be kept. Raises Wrong."""
    if value >= MOST or value != round(value, DECIMALS):
        raise Wrong(field, f"“{words.strip()[:20]}”太大或者小数超过{DECIMALS}位，请换一个单位。")
    return value.normalize()


def number(field: str, words: str, unit: str) -> Decimal:
    """A number of the goal's unit. Raises Wrong where it is one of something else."""
    amount = told(field, words, f"请只填一个数，单位是“{unit}”，如“45{unit}”")
    if amount.side:
        raise Wrong(field, f"“{words.strip()[:20]}”是一个范围，请填实际的数，如“45{unit}”。")
    value = in_unit(amount, unit)
    if value is None:
        raise Wrong(field, f"“{words.strip()[:20]}”的单位与目标值的“{unit}”不一致，请改用“{unit}”。")
    return fitting(field, words, value)


def base_of(words: str, target: Quantity, side: str) -> Decimal | None:
    if not words.strip():
        return None if side == Goal.Side.MOST else Decimal(0)
    base = number("base", words, target.unit)
    if side == Goal.Side.LEAST and base >= target.value:
        raise Wrong("base", f"应小于目标值{shown(target.value)}{target.unit}。")
    if side == Goal.Side.MOST and base <= target.value:
        raise Wrong("base", f"应大于要降到的{shown(target.value)}{target.unit}；没有起点的可以不填。")
    return base


def plan_of(
    words: str, target: Quantity, base: Decimal | None, day: date
) -> tuple[tuple[date, Decimal], ...]:
    """The rows of a plan, one a line. Raises Wrong where they are none, or do not lead to the target step by step."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if lines and base is None:
        raise Wrong("plan", "要有起点才能排：请先填“起点（现状）”，或者清空计划。")
    if len(lines) > MOST_ROWS:
        raise Wrong("plan", f"最多{MOST_ROWS}行，现有{len(lines)}行。")
    rows = tuple(rows_of(lines, target.unit, day))
    if base is not None:
        check(rows, base, target)
    return rows


def rows_of(lines: Sequence[str], unit: str, day: date) -> Iterator[tuple[date, Decimal]]:
    anchor = Anchor(day)
    for place, line in enumerate(lines, 1):
        when, rest = dated(line, anchor)
        if when is None:
            raise Wrong(
                "plan", f"第{place}行“{line[:20]}”没有读出日期，请按“3月底 20”的样子，一行一个时点填写。"
            )
        if quantity(rest) is None:
            raise Wrong(
                "plan", f"第{place}行“{line[:20]}”没有读出数，请按“3月底 20”的样子，一行一个时点填写。"
            )
        anchor = Anchor(day, near=when)
        yield when, number("plan", rest, unit)


def dated(line: str, anchor: Anchor) -> tuple[date | None, str]:
    """The day that a line begins with, and the rest of it."""
    head, *rest = APART.split(line, 1)
    found = next(moments(fold(head), anchor), None)
    if found is None or found.start or found.day is None or found.day.year not in YEARS:
        return None, line
    return found.day, fold(head)[found.end :].lstrip("前") + "".join(rest)


def check(rows: Sequence[tuple[date, Decimal]], base: Decimal, target: Quantity) -> None:
    """Day after day, and never back."""
    up, before, last = target.value > base, base, None
    for place, (day, value) in enumerate(rows, 1):
        row = f"第{place}行（{day} {shown(value)}{target.unit}）"
        if last and day <= last:
            raise Wrong("plan", f"{row}的日期不晚于上一行，请按先后填写。")
        if value < before if up else value > before:
            way = "只能逐步增加" if up else "只能逐步减少"
            raise Wrong(
                "plan",
                f"{row}比前面的{shown(before)}{target.unit}{'少' if up else '多'}：计划数{way}，请核对。",
            )
        if value > target.value if up else value < target.value:
            raise Wrong("plan", f"{row}越过了目标值{shown(target.value)}{target.unit}，请核对。")
        before, last = value, day


def target_of(goal: Goal) -> Target:
    """A goal as it stands."""
    base = None if goal.base is None else plain(goal.base)
    plan = tuple((date.fromisoformat(day), Decimal(value)) for day, value in goal.plan)
    return Target(goal.side, plain(goal.target), goal.unit, base, plan)


def goal_of(directive: Directive, target: Target) -> Goal:
    """A target as it is kept."""
    words = {"side": target.side, "target": target.value, "unit": target.unit, "base": target.base}
    plan = [[f"{day}", f"{value:f}"] for day, value in target.plan]
    return Goal(directive=directive, plan=plan, **words)


def plain(value: Decimal) -> Decimal:
    """Without the zeros that its column adds."""
    return Decimal(shown(value))
