"""考核方案 as the document that is published: terms, the table of indicators, what is added and taken, who is appraised."""

from collections.abc import Iterator

from django.conf import settings
from django.utils import timezone

from appraisal.models import Indicator, Scheme
from appraisal.tree import Node, plain, tree, walk
from appraisal.wording import rule_words
from bureau.press.typeset.sheets import Column, Report, Section, Table

INDICATORS = (
    Column("编号", "center", 0.09),
    Column("指标", "left", 0.25),
    Column("分值", "right", 0.08),
    Column("目标值", "left", 0.13),
    Column("评分办法", "left", 0.28),
    Column("数据来源", "left", 0.17),
)
RULES = (
    Column("加减分项", "left", 0.34),
    Column("每次分值", "right", 0.13),
    Column("协办单位", "right", 0.13),
    Column("本项上限", "right", 0.13),
    Column("依据", "left", 0.27),
)


def scheme_sheet(scheme: Scheme) -> Report:
    indicators = list(scheme.indicators.select_related("unit", "supplied_by"))
    members = "、".join(
        f"{one.unit.short}{f'（{one.apart}，单列）' if one.apart else ''}"
        for one in scheme.members.select_related("unit")
    )
    sections = [
        Section("一、考核对象", members),
        Section("二、计分和定等", "\n".join(terms(scheme))),
        Section("三、指标和评分办法", "", Table(INDICATORS, tuple(rows(tree(indicators))))),
    ]
    rules = tuple(rule_row(one) for one in scheme.adjustment_rules.all())
    if rules:
        sections.append(Section("四、加减分项", "", Table(RULES, rules)))
    return Report(
        scheme.title,
        timezone.localdate(),
        tuple(sections),
        left=settings.PLATES["appraisal"]["organ"],
        right=scheme.document_number or f"第{scheme.number}版（未公布）",
    )


def terms(scheme: Scheme) -> Iterator[str]:
    """How the whole is reckoned, a sentence each."""
    yield f"满分{plain(scheme.full)}分。半年考核占{plain(scheme.half_share)}%，年终考核占{plain(100 - scheme.half_share)}%。"
    yield f"加分最多{plain(scheme.bonus_cap)}分，减分最多{plain(scheme.deduction_cap)}分。"
    if scheme.doubled_below:
        yield f"承担任务少于{scheme.doubled_below}项的单位，减分加倍计算。"
    yield (
        f"{plain(scheme.first_at)}分以上并且不超过本序列{plain(scheme.first_share)}%的为一等，{plain(scheme.second_at)}分以上的为二等，"
        f"{plain(scheme.third_at)}分以上的为三等，其余为四等；三等、四等不按比例确定。"
    )
    yield (
        f"领导干部按同样的分数线定等，一等不超过本序列定等干部的{plain(scheme.first_share)}%，单位评为一等的不超过"
        f"{plain(scheme.outstanding_share)}%。"
    )
    yield "得分四舍五入保留两位小数，按显示的分数排名，同分并列；只在本序列内排名。"
    if scheme.why:
        yield f"修订理由：{scheme.why}"


def rows(roots: list[Node]) -> Iterator[tuple[str, ...]]:
    for node in walk(roots):
        one = node.indicator
        name = f"{'　' * node.depth}{one.name}" + (f"（{one.unit.short}）" if one.unit else "")
        rule = rule_words(one) if node.is_leaf else ""
        yield one.code, name, plain(one.full), target(one), rule, source(one)


def target(one: Indicator) -> str:
    half = f"（半年{one.half_target}）" if one.half_target else ""
    return f"{one.target}{one.measure if one.target else ''}{half}"


def source(one: Indicator) -> str:
    if one.supplier == Indicator.Supplier.DEPARTMENT and one.supplied_by:
        return f"{one.supplied_by.short}提供"
    return one.get_supplier_display()


def rule_row(one) -> tuple[str, ...]:
    co = plain(one.co_points) if one.co_points is not None else ""
    veto = "；一票否优" if one.vetoes else ""
    return one.label, plain(one.points), co, plain(one.cap) if one.cap else "", f"{one.basis}{veto}"
