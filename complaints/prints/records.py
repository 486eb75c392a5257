"""投诉登记表, 现场协调纪要, 回访记录: forms of label and text on upright pages."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone

from bureau.press.typeset.sheets import Column, Report, Section, Table
from complaints.facts import accepted_words, moment, told_words
from complaints.models import Complaint, Coordination

HEADS = (Column("项目", "left", 0.24), Column("内容", "left", 0.76))
ITEMS = (
    Column("序号", "center", 0.08),
    Column("责任方", "left", 0.2),
    Column("议定内容", "left", 0.4),
    Column("完成时限", "center", 0.16),
    Column("落实情况", "left", 0.16),
)
HIDDEN = "投诉人姓名、电话、住址、单位另行密存，不在本表登记。"


def form(title: str, number: str, rows: Iterable[tuple[str, str]], *more: Section) -> Report:
    known = tuple((label, text) for label, text in rows if text)
    return Report(
        title,
        timezone.localdate(),
        (Section(table=Table(HEADS, known)), *more),
        left=settings.BUREAU_NAME,
        right=f"编号：{number}",
    )


def registered(complaint: Complaint) -> Report:
    """投诉登记表."""
    matter = complaint.matter
    received = complaint.receptions.order_by("received_at").first()
    people = f"{received.persons}人次，代表{received.representatives}人" if received else ""
    rows = [
        ("收到时间", moment(complaint.received_at)),
        ("渠道", complaint.get_channel_display()),
        ("来访批次人次", f"1批，{people}" if people else ""),
        ("身份方式", complaint.get_identity_mode_display()),
        ("投诉人", HIDDEN if not complaint.anonymous else "匿名，没有登记。"),
        ("投诉人类别", complaint.get_complainant_display()),
        ("是否要求答复", "是" if complaint.wants_reply else "否"),
        ("被投诉对象", complaint.accused),
        ("投诉事由", f"{complaint.cause}（{complaint.cause.basis}）"),
        ("发生时间", complaint.happened),
        ("发生地点", complaint.place),
        ("反映的事实", complaint.facts),
        ("诉求", complaint.demand),
        ("曾向其他机关反映", complaint.told_before),
        ("登记人", received.received_by.signature if received else matter.officer.signature),
        ("受理时间", accepted_words(complaint)),
        ("办理方式", complaint.get_mode_display()),
        ("不予受理情形", complaint.get_ground_display()),
        ("告知投诉人", told_words(complaint)),
        ("办理时限", moment(matter.due_at)),
        ("查核结论", complaint.get_finding_display()),
        ("处理结果", complaint.remedy),
    ]
    return form("投诉登记表", matter.number or "", rows)


def coordinated(one: Coordination) -> Report:
    """现场协调纪要."""
    rows = [
        ("投诉编号", one.complaint.matter.number or ""),
        ("日期", f"{one.held_on:%Y-%m-%d}"),
        ("地点", one.place),
        ("督查局参加人员", one.went),
        ("到场单位和人员", one.present),
        ("协调情况", one.minutes),
    ]
    items = tuple(
        (str(item.place), item.who, item.what, f"{item.until:%Y-%m-%d}", item.done_words or "待落实")
        for item in one.items.all()
    )
    return form("现场协调纪要", one.number, rows, Section("议定事项", "", Table(ITEMS, items)))


def called_back(complaint: Complaint) -> Report:
    """回访记录: who called back, when, and what was said, as its line keeps it."""
    lines = complaint.matter.entries.filter(step="complaints.call_back").order_by("seq")
    rows = []
    for number, line in enumerate(lines, 1):
        rows += [
            (f"第{number}次回访时间", moment(line.at)),
            ("回访人", line.actor_words),
            ("投诉人的评价", line.facts.get("satisfaction", "")),
        ]
    rows += [
        ("是否联系投诉人", yes_or_no(complaint.contacted)),
        ("问题是否解决", yes_or_no(complaint.solved)),
        ("满意度", complaint.get_satisfaction_display()),
        ("甄别意见", "诉求不合法，已作解释" if complaint.unlawful_demand else ""),
        ("处理", complaint.matter.stage),
    ]
    return form("回访记录", complaint.matter.number or "", rows)


def yes_or_no(value: bool | None) -> str:
    return {True: "是", False: "否", None: ""}[value]
