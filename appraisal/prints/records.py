"""自评表, 评分表, 加减分登记表, 集体研究记录 on upright pages."""

from collections.abc import Sequence

from django.conf import settings
from django.utils import timezone

from appraisal.models import Adjustment, Appraised, Meeting, Period, Value
from appraisal.prints.letters import ADJUSTED, SCORES
from appraisal.reckoning import Line
from appraisal.tree import dash, plain
from appraisal.wording import value_words
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Column, Report, Section, Table

SELF = (
    Column("编号", "center", 0.09),
    Column("指标", "left", 0.25),
    Column("分值", "right", 0.08),
    Column("完成情况", "left", 0.34),
    Column("自评分", "right", 0.1),
    Column("考核分", "right", 0.14),
)
REGISTER = (
    Column("单位", "left", 0.13),
    Column("加减分项", "left", 0.15),
    Column("分值", "right", 0.08),
    Column("日期", "center", 0.12),
    Column("情况", "left", 0.26),
    Column("状态", "left", 0.11),
    Column("确认、审批", "left", 0.15),
)


def organ() -> str:
    return settings.PLATES["appraisal"]["organ"]


def self_report(part: Appraised, values: Sequence[Value]) -> Report:
    """自评表 of what the unit supplied, with the column of the appraised score left to the bureau. What others say of it does not stand
    in it."""
    rows = tuple(
        (
            value.indicator.code,
            value.indicator.name,
            plain(value.indicator.full),
            value_words(value),
            plain(value.self_score) if value.self_score is not None else "",
            "",
        )
        for value in values
    )
    reported = (
        f"，{chinese_date(timezone.localdate(part.reported_at))}报送" if part.reported_at else "（未报送）"
    )
    return Report(
        f"{part.period.words}绩效考核自评表",
        timezone.localdate(),
        (
            Section("一、自评小结", part.summary or "（没有填写）"),
            Section("二、各项自评", "", Table(SELF, rows)),
        ),
        left=f"{part.unit.name}{reported}",
        right=organ(),
        signed="单位负责人（签字）：",
    )


def score_sheet(part: Appraised, line: Line) -> Report:
    """评分表: how each point came about."""

    rows = tuple((row.code, row.name, plain(row.full), dash(row.score), row.how) for row in line.rows)
    adjusted = tuple((one.on, one.label, one.points, one.words) for one in line.adjustments)
    sections = [Section("一、指标得分", "", Table(SCORES, rows))]
    if adjusted:
        sections.append(Section("二、加减分", "", Table(ADJUSTED, adjusted)))
    whole = f"总分{dash(line.total)}分" + (f"，第{line.rank}名" if line.rank else "")
    return Report(
        f"{part.period.words}绩效考核评分表",
        timezone.localdate(),
        tuple(sections),
        left=part.unit.name,
        right=whole,
    )


def register(period: Period, found: Sequence[Adjustment]) -> Report:
    """加减分登记表: each with who confirmed and who approved it, and what became of an objection."""
    rows = tuple(
        (
            one.appraised.unit.short,
            one.rule.label,
            f"{one.points:+.2f}",
            f"{one.happened_on.month}月{one.happened_on.day}日",
            one.words,
            "；".join(filter(None, [one.get_state_display(), one.reason, contested(one)])),
            "、".join(each.name for each in (one.confirmed_by, one.approved_by) if each) or "—",
        )
        for one in found
    )
    return Report(
        f"{period.words}绩效考核加减分登记表",
        timezone.localdate(),
        (Section("", "", Table(REGISTER, rows)),),
        left=organ(),
        right=str(period.matter.number),
    )


def contested(one: Adjustment) -> str:
    if one.objected_at is None:
        return ""
    return "异议已答复" if one.answered_at else "有异议，待答复"


def meeting_record(meeting: Meeting) -> Report:
    """集体研究记录."""
    rows = (
        ("研究日期", chinese_date(meeting.held_on)),
        ("应到人数", str(meeting.expected)),
        ("出席人员", meeting.present),
        ("表决", f"同意{meeting.ayes}，反对{meeting.noes}，弃权{meeting.abstentions}"),
        ("研究意见", meeting.decided),
        ("不同意见", meeting.minority or "无"),
        ("记录人", meeting.by.signature),
    )
    heads = (Column("项目", "left", 0.2), Column("内容", "left", 0.8))
    return Report(
        f"{meeting.period.words}绩效考核集体研究记录",
        timezone.localdate(),
        (Section("", "", Table(heads, rows)), Section("", "出席人员（签字）：")),
        left=organ(),
        right=str(meeting.period.matter.number),
    )
