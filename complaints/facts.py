"""What a complaint's page says of it, label by label: to the bureau and the leaders all but who complained, to the handling unit
what was written for it."""

from datetime import datetime

from django.utils import timezone

from bureau.matters.access.visibility import reads_above
from bureau.matters.models import Matter
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.press.typeset.dates import chinese_date
from complaints.models import Complaint

WIDE = ("转办摘要", "反映的事实", "诉求", "不予受理理由", "正确途径", "处理结果", "答复意见", "自办结果")


def facts(complaint: Complaint, person: Person | Actor) -> list[dict]:
    """`{label, value}` in reading order; only what is known."""
    above = reads_above(person, complaint.matter)
    rows = [*handed_out(complaint), *(kept_above(complaint) if above else [])]
    return [{"label": label, "value": value, "wide": label in WIDE} for label, value in rows if value]


def handed_out(complaint: Complaint) -> list[tuple[str, str]]:
    """编号, 摘要, 事由, 地点, 时间, 诉求, 时限: the number is the page's heading."""
    matter = complaint.matter
    return [
        ("转办摘要", complaint.summary),
        ("投诉事由", str(complaint.cause)),
        ("发生地点", complaint.place),
        ("发生时间", complaint.happened),
        ("诉求", complaint.demand),
        ("办理时限", due_words(matter)),
    ]


def kept_above(complaint: Complaint) -> list[tuple[str, str]]:
    """What units do not read."""
    return [
        ("反映的事实", complaint.facts),
        ("被投诉对象", complaint.accused),
        ("渠道", complaint.get_channel_display()),
        ("身份方式", complaint.get_identity_mode_display()),
        ("投诉人类别", complaint.get_complainant_display()),
        ("曾向其他机关反映", complaint.told_before),
        ("收到时间", moment(complaint.received_at)),
        ("受理时间", accepted_words(complaint)),
        ("办理方式", complaint.get_mode_display()),
        ("办理类别", complaint.matter.get_urgency_display()),
        ("不予受理情形", complaint.get_ground_display()),
        ("不予受理理由", complaint.refusal_words),
        ("正确途径", complaint.route),
        ("告知投诉人", told_words(complaint)),
        ("自办结果", complaint.result),
        ("查核结论", complaint.get_finding_display()),
        ("处理结果", complaint.remedy),
        ("退还金额", f"{complaint.refunded:,.2f}元" if complaint.refunded else ""),
        ("答复意见", complaint.answer),
        ("答复时间", moment(complaint.answered_at)),
        ("满意度", satisfaction_words(complaint)),
        ("恶意投诉", "是" if complaint.malicious else ""),
        ("经办人", complaint.matter.officer.name),
        ("办结时间", moment(complaint.matter.closed_at)),
    ]


def origin(matter: Matter) -> str:
    """Where a paper of urging says that the matter came from: nothing of who complained, or about whom."""
    received = Complaint.objects.values_list("received_at", flat=True).get(pk=matter.pk)
    return f"营商环境投诉（{chinese_date(timezone.localdate(received))}收到）"


def accepted_words(complaint: Complaint) -> str:
    return moment(complaint.accepted_at) + ("（视为受理）" if complaint.deemed else "")


def told_words(complaint: Complaint) -> str:
    return f"{moment(complaint.told_at)} {complaint.get_told_way_display()}" if complaint.told_at else ""


def satisfaction_words(complaint: Complaint) -> str:
    if not complaint.satisfaction:
        return ""
    more = "，诉求不合法，已作解释" if complaint.unlawful_demand else ""
    return f"{complaint.get_satisfaction_display()}{more}"


def due_words(matter: Matter) -> str:
    return f"{timezone.localdate(matter.due_at):%Y-%m-%d}" if matter.due_at else ""


def moment(at: datetime | None) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}" if at else ""
