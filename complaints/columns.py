"""The customary columns of the register of complaints (facts §6.3), and what stands in them; who complained is none of them."""

from django.utils import timezone

from bureau.matters.deadlines.lights import WORDS, Lights
from bureau.org.collective import in_words
from bureau.pages.tables import day
from complaints.models import Complaint

OWN = "督查局自办"
LEDGER = [
    ("number", "编号"),
    ("received", "收到日期"),
    ("channel", "渠道"),
    ("title", "投诉事项"),
    ("cause", "事由"),
    ("place", "地点"),
    ("respondent", "被投诉对象"),
    ("accepted", "受理日期"),
    ("mode", "办理方式"),
    ("lead", "承办单位"),
    ("co", "协办单位"),
    ("due", "办理时限"),
    ("finished", "完成日期"),
    ("finding", "查核结论"),
    ("remedy", "处理结果"),
    ("answered", "答复日期"),
    ("satisfaction", "满意度"),
    ("stage", "状态"),
    ("light", "亮灯"),
    ("officer", "经办人"),
]
ABOVE = (  # not for units
    "received",
    "channel",
    "respondent",
    "accepted",
    "remedy",
    "answered",
    "satisfaction",
    "officer",
)


def lead_words(complaint: Complaint) -> str:
    if complaint.self_handled:
        return OWN
    return complaint.lead.unit.short if complaint.lead else ""


def ledger_row(complaint: Complaint, above: bool, lights: Lights, towns: frozenset[int]) -> list:
    """The cells of one complaint, in the order of LEDGER; those of ABOVE are empty for a unit."""
    matter = complaint.matter
    cells = {
        "number": matter.number,
        "received": timezone.localdate(complaint.received_at),
        "channel": complaint.get_channel_display(),
        "title": matter.title,
        "cause": str(complaint.cause),
        "place": complaint.place,
        "respondent": complaint.accused,
        "accepted": day(complaint.accepted_at),
        "mode": complaint.get_mode_display(),
        "lead": lead_words(complaint),
        "co": in_words([part.unit for part in complaint.co], towns),
        "due": day(matter.due_at),
        "finished": day(matter.finished_at),
        "finding": complaint.get_finding_display(),
        "remedy": complaint.remedy,
        "answered": day(complaint.answered_at),
        "satisfaction": complaint.get_satisfaction_display(),
        "stage": matter.stage,
        "light": WORDS.get(lights.of(matter), ""),
        "officer": matter.officer.name,
    }
    return [cells[name] if above or name not in ABOVE else "" for name, _label in LEDGER]
