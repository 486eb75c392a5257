"""What a document declares: the scheme with its tree of indicators, and the subjects with what is given for each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .declaring import Choices, Declared, choice, flag, key, number, one, other, rows, text, texts, whole
from .numbers import HUNDRED, NOUGHT
from .rules.base import Rule, repeated

MOST_PLACES = 6
ROUNDING: Choices = (
    ("half_up", "四舍五入"),
    ("half_even", "四舍六入五成双"),
    ("down", "舍去"),
    ("up", "进位"),
)
SUM: Choices = (("exact", "按未舍入值合计"), ("rounded", "各项舍入后合计"))
RANK_BY: Choices = (("shown", "按公布的分数"), ("exact", "按未舍入的分数"))
TIES: Choices = (("share", "并列，其后名次空出"),)
ABSENT: Choices = (
    ("spread", "分值摊到其他指标"),
    ("full", "得满分"),
    ("average", "取本类平均分"),
    ("nought", "不得分"),
)
MISSING: Choices = (("refuse", "不计总分"), ("nought", "不得分"), ("average", "取本类平均分"))
GRADES: Choices = (("first", "一等"), ("second", "二等"), ("third", "三等"), ("fourth", "四等"))


@dataclass(frozen=True, kw_only=True)
class Item(Declared):
    """A leaf has a rule, a branch has items. Where `base` is declared, points are given of that and brought to what it counts."""

    noun = "指标"
    key: str = key("编号")
    name: str = text("名称")
    full: Decimal | None = number("分值", None, above=NOUGHT)
    weight: Decimal | None = number("权重", None, unit="%", above=NOUGHT, help="占上级分值的百分比，代替分值")
    base: Decimal | None = number("原满分", None, above=NOUGHT, help="先按此满分计分，再折算")
    rule: Rule | None = other("规则", "rule", None)
    items: tuple["Item", ...] = rows("下级指标", lambda: Item)
    not_applicable: str = choice("不适用时", ABSENT, "spread")
    missing: str = choice("缺少数据时", MISSING, "refuse")
    late: Decimal = other("迟报", "late", NOUGHT)
    only: tuple[str, ...] = texts("只适用于")

    def faults(self) -> Iterator[str]:
        if (self.rule is None) == (not self.items):
            yield "应有规则（rule）或者下级指标（items），且只有其一"
        if self.full is None and self.weight is None:
            yield "缺少分值（full）或者权重（weight）"

    def counts(self, level: Decimal) -> Decimal:
        """Points of the level above that it stands for."""
        return level * self.weight / HUNDRED if self.weight is not None else self.full or NOUGHT

    def own(self, level: Decimal) -> Decimal:
        """The full mark that it is scored by itself."""
        return self.base or self.full or self.counts(level)

    def leaves(self) -> Iterator["Item"]:
        if self.rule is not None:
            yield self
        for item in self.items:
            yield from item.leaves()


@dataclass(frozen=True, kw_only=True)
class Adjustment(Declared):
    noun = "加减分项"
    key: str = key("代号")
    name: str = text("名称")
    points: Decimal = number("分值", help="减分写负数")
    cap: Decimal | None = number("最多", None, low=NOUGHT)


@dataclass(frozen=True, kw_only=True)
class Grading(Declared):
    """The first grade needs both the score and a place within the share of the class."""

    first_at: Decimal = number("一等不低于")
    second_at: Decimal = number("二等不低于")
    third_at: Decimal = number("三等不低于")
    first_share: Decimal = number("一等不超过", unit="%", low=NOUGHT)
    outstanding_share: Decimal | None = number("先进单位一等不超过", None, unit="%", low=NOUGHT)

    def faults(self) -> Iterator[str]:
        if not self.first_at >= self.second_at >= self.third_at:
            yield "一等、二等、三等的分数线应依次降低"
        if max(self.first_share, self.outstanding_share or NOUGHT) > HUNDRED:
            yield "一等的比例不能超过 100%"


@dataclass(frozen=True, kw_only=True)
class Scheme(Declared):
    name: str = text("名称")
    full: Decimal = number("满分", above=NOUGHT)
    places: int = whole("总分小数位", 2, low=NOUGHT)
    item_places: int | None = whole("指标小数位", None, low=NOUGHT)
    rounding: str = choice("舍入", ROUNDING, "half_up")
    sum: str = choice("合计", SUM, "exact")
    ties: str = choice("同分", TIES, "share")
    rank_by: str = choice("排名依据", RANK_BY, "shown")
    bonus_cap: Decimal | None = number("加分合计最多", None, low=NOUGHT)
    deduction_cap: Decimal | None = number("减分合计最多", None, low=NOUGHT)
    doubled_below: int | None = whole("任务少于几项的减分加倍", None, low=NOUGHT)
    convert_to: Decimal | None = number("换算满分", None, above=NOUGHT, help="千分制换算为百分制的填 100")
    items: tuple[Item, ...] = rows("指标", lambda: Item)
    adjustments: tuple[Adjustment, ...] = rows("加减分项", lambda: Adjustment)
    grades: Grading | None = one("等次", lambda: Grading)

    def faults(self) -> Iterator[str]:
        if not self.items:
            yield "至少要有一项指标"
        if max(self.places, self.item_places or 0) > MOST_PLACES:
            yield f"小数位最多 {MOST_PLACES} 位"
        yield from repeated(self.every_item())
        yield from repeated(self.adjustments)

    def every_item(self) -> Iterator[Item]:
        waiting = list(self.items)
        while waiting:
            item = waiting.pop(0)
            yield item
            waiting = [*item.items, *waiting]

    def leaves(self) -> Iterator[Item]:
        for item in self.items:
            yield from item.leaves()

    @property
    def of_items(self) -> int:
        """Places of an indicator's points."""
        return self.places if self.item_places is None else self.item_places


@dataclass(frozen=True, kw_only=True)
class Entry(Declared):
    """One adjustment of one subject. Without points of its own it is worth what the scheme says."""

    noun = "加减分"
    key: str = key("加减分项")
    points: Decimal | None = number("分值", None)
    note: str = text("依据", "")


@dataclass(frozen=True, kw_only=True)
class Subject(Declared):
    noun = "对象"
    key: str = key("代号")
    name: str = text("名称")
    class_: str = text("类别", "")
    tasks: int | None = whole("任务数", None, low=NOUGHT)
    apart: str = text("单列理由", "")
    outstanding: bool = flag("先进单位")
    veto: str = text("一票否决情形", "")
    grade_cap: str | None = choice("等次不高于", GRADES, None)
    cap_reason: str = text("等次受限理由", "")
    values: Mapping[str, Any] = other("数据", "raw")
    adjustments: tuple[Entry, ...] = rows("加减分", lambda: Entry)
