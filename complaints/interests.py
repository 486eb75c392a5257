"""回避: who of the bureau or the county's leaders has to do with the unit that is complained about, and which unit that handles it
has come to (信访工作条例 第28条)."""

from collections.abc import Iterable

from django.db.models import Q

from bureau.matters.known import lead_of, parts_of
from bureau.matters.models import Matter
from bureau.matters.parts.states import RELEASED
from bureau.org.models import Portfolio, Unit
from bureau.org.posts import Post
from complaints.flow import RECUSE
from complaints.models import Complaint
from complaints.states import ACCEPTED, REVIEWING, RUNNING

OF_NOBODY = "没有登记被投诉单位，转办时无法核对回避：请先在“修改登记内容”里补上，或者查明承办单位与本件无关。"
OF_OFFICER = "经办人{officer}属于被投诉单位或其上级单位，是否更换经办人，请局领导“决定回避”。"
OF_LEADER = (
    "{leader}分管被投诉单位或其上级单位，转办以后看得到本件；是否设为限阅，请局领导在转办以前“决定回避”。"
)
RELEASED_LEAD = "{units}现为被投诉单位或其上级单位，须回避，已不再承办，请用“改派”另行交办。"
RELEASED_CO = "{units}现为被投诉单位或其上级单位，须回避，已不再协办。"
REPORTED = "报送结果的{units}现为被投诉单位或其上级单位，认定以前请另行核实；退回重办的须另行交办其他单位。"


def conflicts(complaint: Complaint) -> list[str]:
    """Sentences for the desk. On people the director decides (RECUSE): on leaders before it is given out, for then they read it."""
    if complaint.respondent is None:
        return [OF_NOBODY] if complaint.state == ACCEPTED and not complaint.respondent_words else []
    line, opened = complaint.respondent.line, complaint.matter.opened_at
    people = of_officer(complaint, line) + ([] if opened else of_leaders(line))
    if people and complaint.matter.entries.filter(step=RECUSE.key).exists():
        people = []
    return people + (of_units(complaint, line) if opened else [])


def of_officer(complaint: Complaint, line: Iterable[Unit]) -> list[str]:
    officer = complaint.matter.officer
    named = officer.unit_id in [unit.pk for unit in line]
    return [OF_OFFICER.format(officer=officer.signature)] if named else []


def of_leaders(line: Iterable[Unit]) -> list[str]:
    charges = Portfolio.objects.filter(
        Q(units__in=line), all_units=False, leader__is_active=True, leader__postings__post=Post.LEADER
    )
    leaders = dict.fromkeys(charge.leader.signature for charge in charges.select_related("leader__unit"))
    return [OF_LEADER.format(leader=leader) for leader in leaders]


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
