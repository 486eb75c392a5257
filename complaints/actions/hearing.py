"""听取说明: the unit that is complained about is asked, and says its side; of the complaint it reads nothing."""

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters import numbers
from bureau.matters.deadlines import duties
from bureau.matters.models import Entry
from bureau.matters.parts.attaching import attach
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.worktime import fixed
from complaints import flow
from complaints.dues import HEARING
from complaints.models import Complaint, Hearing

SERIES = "优说"


@takes(flow.ASK_EXPLANATION)
def ask_explanation(actor: Actor, complaint: Complaint, questions: str, until: date) -> Entry:
    """发出说明通知. The officer sees to it that the answer comes. Raises Barred where the date is not ahead."""
    now, matter = timezone.now(), complaint.matter
    if until <= timezone.localdate(now):
        raise Barred("“说明期限”须在今天之后。", field="until")
    made = Hearing.objects.create(
        complaint=complaint,
        number=numbers.take(SERIES, now),
        asked_on=timezone.localdate(now),
        questions=questions,
        until=until,
    )
    duties.owe(matter, HEARING, at=now, person=matter.officer, due=fixed(until))
    return flow.FLOW.take(flow.ASK_EXPLANATION, complaint, actor, at=now, number=made.number, until=until)


@takes(flow.HEAR)
def hear(actor: Actor, complaint: Complaint, text: str, files: Sequence[Kept] = ()) -> Entry:
    """登记说明 that came in."""
    now = timezone.now()
    hearing = complaint.hearings.get(heard_on=None)
    hearing.heard_on, hearing.explanation = timezone.localdate(now), text
    hearing.save(update_fields=["heard_on", "explanation"])
    duties.done(complaint.matter, HEARING, at=now)
    entry = flow.FLOW.take(flow.HEAR, complaint, actor, at=now, number=hearing.number)
    attach(entry, files)
    return entry
