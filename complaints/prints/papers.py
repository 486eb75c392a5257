"""Which papers a complaint has now, and who may print them. The handling unit prints its 转办单; all others are the desk's."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from bureau.org.models import Person
from bureau.press.typeset.sheets import Sheet
from complaints.models import Complaint
from complaints.prints import letters, records
from complaints.states import REFUSED, ROUTED


@dataclass(frozen=True)
class Paper:
    """`number`: of the complaint's papers of that kind, empty where it has none yet."""

    label: str
    sheet: Callable[[Complaint], Sheet]
    number: Callable[[Complaint], str | None]
    for_units: bool = False


def notice_number(complaint: Complaint) -> str | None:
    return complaint.notice_number if complaint.accepted_at else None


def refusal_number(complaint: Complaint) -> str | None:
    return complaint.notice_number if complaint.state in (REFUSED, ROUTED) else None


def whenever_called_back(complaint: Complaint) -> str | None:
    return complaint.matter.number if complaint.called_back_at else None


PAPERS = {
    "form": Paper("投诉登记表", records.registered, lambda one: one.matter.number),
    "accepted": Paper("受理告知书", letters.accepted, notice_number),
    "refused": Paper("不予受理告知书", letters.refused, refusal_number),
    "transfer": Paper("转办单", letters.transfer, lambda one: one.transfer_number, for_units=True),
    "answer": Paper("答复书", letters.answer, lambda one: one.answer_number),
    "call_back": Paper("回访记录", records.called_back, whenever_called_back),
}


def offered(complaint: Complaint, person: Person) -> list[dict]:
    """`{label, number, url}` of the papers that this person may print now."""
    desk = person.sits_at(complaint.matter.kind)
    return [
        {
            "label": paper.label,
            "number": number,
            "url": reverse("complaints:paper", args=[complaint.pk, key]),
        }
        for key, paper in PAPERS.items()
        if (desk or paper.for_units) and (number := paper.number(complaint))
    ]
