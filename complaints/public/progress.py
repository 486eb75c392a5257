"""What the complainant reads of their complaint: where it stands in plain words, the answer, what they may do. Who handles it, and
what units wrote, is none of it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from complaints import flow, states
from complaints.models import Complaint, Satisfaction

PHASES = ("已收到", "受理审查", "办理中", "已答复", "已办结")
PLACE = {
    states.RECEIVED: 1,
    states.SUPPLEMENTING: 1,
    states.REFUSING: 1,
    states.ACCEPTED: 2,
    states.RUNNING: 2,
    states.REVIEWING: 2,
    states.SUSPENDED: 2,
    states.ANSWERING: 2,
    states.MERGED: 2,
    states.ANSWERED: 3,
    states.DISSATISFIED: 3,
}


@dataclass(frozen=True)
class Progress:
    """`phase`: the place in PHASES; `lines`: what is known, each with its day; `question`: what the bureau waits for."""

    phase: int
    lines: list[tuple[str, str]]
    question: str
    answer: str
    may_add: bool
    may_say: bool

    @classmethod
    def of(cls, complaint: Complaint) -> "Progress":
        answered = complaint.state in (states.ANSWERED, states.DISSATISFIED, states.CLOSED)
        return cls(
            PLACE.get(complaint.state, 4),
            lines(complaint),
            question(complaint),
            complaint.answer if answered else "",
            complaint.state in flow.ADD.frm,
            complaint.state in flow.SAY.frm,
        )


def lines(complaint: Complaint) -> list[tuple[str, str]]:
    due = complaint.matter.due_at
    rows = [
        ("编号", complaint.matter.number or ""),
        ("收到", day(complaint.received_at)),
        ("受理", day(complaint.accepted_at)),
        ("办理时限", day(due) if complaint.accepted_at else ""),
        (
            "不予受理",
            f"{complaint.get_ground_display()}。{complaint.refusal_words}" if refused(complaint) else "",
        ),
        ("请向哪里提出", complaint.route if refused(complaint) else ""),
        ("查核结论", complaint.get_finding_display() if complaint.answered_at else ""),
        ("答复", day(complaint.answered_at)),
        ("您的评价", rated(complaint)),
        ("办结", day(complaint.matter.closed_at)),
    ]
    return [(label, words) for label, words in rows if words]


def refused(complaint: Complaint) -> bool:
    return complaint.state in (states.REFUSED, states.ROUTED)


def rated(complaint: Complaint) -> str:
    return "" if complaint.satisfaction in ("", Satisfaction.NONE) else complaint.get_satisfaction_display()


def question(complaint: Complaint) -> str:
    """What is missing, as the desk asked for it."""
    if complaint.state != states.SUPPLEMENTING:
        return ""
    line = complaint.matter.entries.filter(step=flow.ASK_MORE.key).first()
    return line.facts.get("reason", "") if line else ""


def day(moment: datetime | None) -> str:
    return f"{timezone.localdate(moment):%Y年%-m月%-d日}" if moment else ""
