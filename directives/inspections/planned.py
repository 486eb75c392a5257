"""督查方案 as it is written down and mended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bureau.org.models import Person, Unit
from directives.inspections.models import Inspection


@dataclass(frozen=True)
class Plan:
    """What is looked at, with whom, when, by whom, and who approves (政府督查工作条例 第15条). `items`: the checklist, one text each."""

    title: str
    type: str
    methods: tuple[str, ...]
    content: str
    targets: tuple[Unit, ...]
    begins_on: date
    ends_on: date
    head: Person
    approver: Person
    scope: str = ""
    members: tuple[Person, ...] = ()
    invited: str = ""
    unannounced: bool = False
    items: tuple[str, ...] = ()
    overlap_reason: str = ""
    follows: Inspection | None = None


COLUMNS = (
    "type",
    "content",
    "begins_on",
    "ends_on",
    "head",
    "approver",
    "scope",
    "invited",
    "unannounced",
    "overlap_reason",
    "follows",
)
LABELS = {
    "title": "名称",
    "type": "督查类型",
    "methods": "督查方式",
    "content": "督查内容",
    "targets": "督查对象",
    "begins_on": "开始日期",
    "ends_on": "结束日期",
    "head": "组长",
    "approver": "审批人",
    "scope": "督查范围",
    "members": "组员",
    "invited": "邀请参加人员",
    "unannounced": "暗访",
    "items": "督查清单",
    "overlap_reason": "仍须督查的理由",
}


def as_plan(inspection: Inspection, units: Sequence[Unit] | None = None) -> Plan:
    """What is written down now. `units`: its targets, where they were read already."""
    if units is None:
        units = [one.unit for one in inspection.targets.select_related("assignment__unit")]
    return Plan(
        title=inspection.matter.title,
        methods=tuple(inspection.methods),
        targets=tuple(units),
        members=tuple(inspection.members.all()),
        items=tuple(one.words for one in inspection.items.all()),
        **{name: getattr(inspection, name) for name in COLUMNS},
    )


def changes(before: Plan, after: Plan) -> str:
    """Which parts of the plan differ, by their labels."""
    return "、".join(label for name, label in LABELS.items() if getattr(before, name) != getattr(after, name))
