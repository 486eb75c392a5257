"""What differs between two versions of a scheme, in words."""

from collections.abc import Iterator
from typing import Any

from appraisal.models import AdjustmentRule, Indicator, Scheme
from appraisal.tree import plain
from appraisal.wording import rule_words

TERMS = (
    "full",
    "half_share",
    "bonus_cap",
    "deduction_cap",
    "late_deducts",
    "first_at",
    "second_at",
    "third_at",
    "first_share",
    "outstanding_share",
)


def changes(before: Scheme, after: Scheme) -> list[str]:
    return [
        *of_terms(before, after),
        *of_members(before, after),
        *of_indicators(before, after),
        *of_rules(before, after),
    ]


def of_terms(before: Scheme, after: Scheme) -> Iterator[str]:
    for name in TERMS:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield f"{Scheme._meta.get_field(name).verbose_name}由{plain(old)}改为{plain(new)}"  # type: ignore[union-attr]
    if before.doubled_below != after.doubled_below:
        yield f"减分加倍由少于{before.doubled_below}项改为少于{after.doubled_below}项"


def of_members(before: Scheme, after: Scheme) -> Iterator[str]:
    old, new = (
        {one.unit_id: one.unit.short for one in scheme.members.select_related("unit")}
        for scheme in (before, after)
    )
    if gone := [name for key, name in old.items() if key not in new]:
        yield f"不再参加：{'、'.join(gone)}"
    if come := [name for key, name in new.items() if key not in old]:
        yield f"新参加：{'、'.join(come)}"


def of_indicators(before: Scheme, after: Scheme) -> Iterator[str]:
    old, new = (
        {one.code: one for one in scheme.indicators.select_related("unit", "supplied_by")}
        for scheme in (before, after)
    )
    yield from (f"取消指标{one}（{plain(one.full)}分）" for code, one in old.items() if code not in new)
    yield from (f"增加指标{one}（{plain(one.full)}分）" for code, one in new.items() if code not in old)
    for code, one in new.items():
        if code in old:
            yield from of_one(str(one), told(old[code]), told(one))


def told(one: Indicator) -> dict[str, Any]:
    return {
        "名称": one.name,
        "分值": plain(one.full),
        "目标值": one.target,
        "评分办法": rule_words(one),
        "适用单位": str(one.unit or "全部"),
        "数据来源": f"{one.get_supplier_display()}{one.supplied_by or ''}",
        "不适用时": one.get_absent_display(),
    }


def of_one(name: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    for label, value in new.items():
        if old[label] != value:
            yield f"{name}的{label}由“{old[label] or '无'}”改为“{value or '无'}”"


def of_rules(before: Scheme, after: Scheme) -> Iterator[str]:
    old, new = ({one.label: one for one in scheme.adjustment_rules.all()} for scheme in (before, after))
    yield from (f"取消加减分项“{label}”" for label in old if label not in new)
    yield from (
        f"增加加减分项“{label}”（{plain(one.points)}分）" for label, one in new.items() if label not in old
    )
    for label, one in new.items():
        if label in old:
            yield from of_one(f"加减分项“{label}”", points(old[label]), points(one))


def points(one: AdjustmentRule) -> dict[str, Any]:
    return {
        "每次分值": plain(one.points),
        "协办单位每次分值": plain(one.co_points) if one.co_points is not None else "",
        "本项上限": plain(one.cap) if one.cap else "",
        "一票否优": "是" if one.vetoes else "否",
    }
