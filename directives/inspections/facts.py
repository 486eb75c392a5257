"""What an inspection's page says of it, label by label."""

from bureau.matters.models import Matter
from bureau.org.worktime import local
from bureau.press.typeset.dates import chinese_date
from directives.inspections.models import Inspection


def origin(matter: Matter) -> str:
    """The plan that the visits followed, with the day on which it was approved."""
    found = matter.entries.filter(step="inspections.approve").order_by("-pk").first()
    return f"督查方案（{chinese_date(local(found.at).date())}批准）" if found else ""


def facts(inspection: Inspection, above: bool) -> list[dict]:
    """`{label, value, wide}` in reading order; only what is known. A target reads what concerns it alone (`above`: not one)."""
    rows = [
        ("督查类型", inspection.get_type_display()),
        ("时间", inspection.period_words),
        ("组长", inspection.head.signature),
        ("督查内容", inspection.content),
    ]
    if above:
        rows += [
            ("督查方式", inspection.methods_words),
            ("暗访", "是，结束以前只限督查组和审批人知悉" if inspection.unannounced else ""),
            ("督查范围", inspection.scope),
            ("组员", "、".join(one.signature for one in inspection.members.all())),
            ("邀请参加人员", inspection.invited),
            ("审批人", inspection.approver.signature),
            ("经办人", inspection.matter.officer.name),
            ("仍须督查的理由", inspection.overlap_reason),
            ("活动总结", inspection.result),
        ]
    wide = ("督查内容", "督查方式", "活动总结", "仍须督查的理由")
    return [{"label": label, "value": value, "wide": label in wide} for label, value in rows if value]
