"""回避: who of the bureau or the county's leaders has to do with the unit that is complained about, and which unit that handles it
has come to (信访工作条例 第28条)."""

from collections.abc import Iterable

from django.db.models import Q

from bureau.matters.known import lead_of, parts_of
from bureau.matters.models import Matter
from bureau.matters.parts.states import RELEASED
from bureau.org.models import Portfolio, Unit
from bureau.org.posts import Post
from complaints.models import Complaint
from complaints.states import REVIEWING, RUNNING

RELEASED_LEAD = "{units}现为被投诉单位或其上级单位，须回避，已不再承办，请用“改派”另行交办。"
RELEASED_CO = "{units}现为被投诉单位或其上级单位，须回避，已不再协办。"
REPORTED = "报送结果的{units}现为被投诉单位或其上级单位，认定以前请另行核实；退回重办的须另行交办其他单位。"


def conflicts(complaint: Complaint) -> list[str]:
    """Sentences for the desk; the director decides on them (RECUSE): on leaders before it is given out, for then they read it."""
    if complaint.respondent is None:
        return []
    line, matter = complaint.respondent.line, complaint.matter
    told = []
    if matter.officer.unit_id in [unit.pk for unit in line]:
        told.append(f"经办人{matter.officer.signature}属于被投诉单位或其上级单位。")
    return told + (of_units(complaint, line) if matter.opened_at else of_leaders(line))


def of_leaders(line: Iterable[Unit]) -> list[str]:
    charges = Portfolio.objects.filter(
        Q(units__in=line), all_units=False, leader__is_active=True, leader__postings__post=Post.LEADER
    )
    leaders = dict.fromkeys(charge.leader.signature for charge in charges.select_related("leader__unit"))
    return [f"{leader}分管被投诉单位或其上级单位。" for leader in leaders]


def of_units(complaint: Complaint, line: Iterable[Unit]) -> list[str]:
    """Who handled it, or reported on it, before it came into the line."""
    matter, keys = complaint.matter, {key for unit in line for key in unit.keys}
    if complaint.state == REVIEWING and (lead := lead_of(matter)) and lead.unit_id in keys:
        return [REPORTED.format(units=lead.unit.short)]
    units = released(matter, keys) if complaint.state == RUNNING else ""
    if not units:
        return []
    words = RELEASED_CO if complaint.self_handled or lead_of(matter) else RELEASED_LEAD
    return [words.format(units=units)]


def released(matter: Matter, keys: set[int]) -> str:
    found = [part.unit for part in parts_of(matter) if part.state == RELEASED and part.unit_id in keys]
    return "、".join(unit.short for unit in found)
