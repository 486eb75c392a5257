"""回避: who of the bureau or the county's leaders has to do with the unit that is complained about (信访工作条例 第28条)."""

from django.db.models import Q

from bureau.org.models import Portfolio
from bureau.org.posts import Post
from complaints.models import Complaint


def conflicts(complaint: Complaint) -> list[str]:
    """Sentences for the desk; the director decides on them (RECUSE): on leaders before it is given out, for then they read it."""
    if complaint.respondent is None:
        return []
    line = [unit.pk for unit in complaint.respondent.line]
    told = []
    if complaint.matter.officer.unit_id in line:
        told.append(f"经办人{complaint.matter.officer.signature}属于被投诉单位或其上级单位。")
    if complaint.matter.opened_at:
        return told
    charges = Portfolio.objects.filter(
        Q(units__in=line), all_units=False, leader__is_active=True, leader__postings__post=Post.LEADER
    )
    leaders = dict.fromkeys(charge.leader.signature for charge in charges.select_related("leader__unit"))
    told += [f"{leader}分管被投诉单位或其上级单位。" for leader in leaders]
    return told
