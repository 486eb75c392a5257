"""Texts that begin as composed and are mended by hand; none of them says who complained."""

from django.utils import timezone

from bureau.press.typeset.dates import chinese_date
from complaints.models import Complaint


def title_of(place: str, cause: str) -> str:
    """What a cover is called: where and what, for all who see the matter; neither who complained nor about whom."""
    return f"关于{place}{cause}问题的投诉"


def supervised(complaint: Complaint) -> dict:
    """What another matter begins as: the unit complained about, and what was found."""
    unit = complaint.respondent
    named = unit.short if unit else complaint.place
    lead = unit if unit and unit.supervisable and unit.active else None
    return {
        "lead": lead,
        "title": f"整改{named}{complaint.cause}问题",
        "words": complaint.remedy or complaint.summary,
    }


def first_answer(complaint: Complaint) -> str:
    """Facts, finding, remedy: what an answer begins as."""
    received = chinese_date(timezone.localdate(complaint.received_at))
    found = complaint.get_finding_display()
    lines = [f"你（单位）于{received}反映的问题，本局已受理并查核完毕，现答复如下。"]
    lines.append(f"一、查核结论：反映的问题{found}。" if found else "")
    lines.append(f"二、处理结果：{complaint.remedy}" if complaint.remedy else "")
    if complaint.refunded:
        lines.append(f"三、已退还费用{complaint.refunded:,.2f}元。")
    return "\n".join(filter(None, lines))
