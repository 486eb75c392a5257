"""现场协调: the bureau goes there; each thing agreed is owed until it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import numbers
from bureau.matters.deadlines import duties
from bureau.matters.models import Entry
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.worktime import fixed
from complaints import flow
from complaints.dues import AGREED
from complaints.models import AgreedItem, Complaint, Coordination

SERIES = "优协"


@dataclass(frozen=True)
class Agreed:
    """Who does what by when."""

    who: str
    what: str
    until: date


@takes(flow.COORDINATE)
def coordinate(
    actor: Actor,
    complaint: Complaint,
    held_on: date,
    place: str,
    went: str,
    present: str,
    minutes: str,
    items: Sequence[Agreed],
) -> Entry:
    """登记现场协调. A unit that is on the matter owes what it agreed to; for everybody else the officer sees to it. Raises
    Barred where a date cannot be."""
    now, matter = timezone.now(), complaint.matter
    if held_on > timezone.localdate(now):
        raise Barred("“日期”不能晚于今天。", field="held_on")
    made = Coordination.objects.create(
        complaint=complaint,
        number=numbers.take(SERIES, now),
        held_on=held_on,
        place=place,
        went=went,
        present=present,
        minutes=minutes,
    )
    parts = {part.unit.short: part for part in matter.assignments.select_related("unit")}
    AgreedItem.objects.bulk_create(
        AgreedItem(
            coordination=made,
            place=ordinal,
            who=item.who,
            what=item.what,
            until=item.until,
            assignment=parts.get(item.who),
        )
        for ordinal, item in enumerate(items, 1)
    )
    owe_agreed(complaint, now)
    words: dict[str, Any] = {"place": place, "count": len(items), "number": made.number}
    return flow.FLOW.take(flow.COORDINATE, complaint, actor, at=now, **words)


@takes(flow.CARRY_OUT)
def carry_out(actor: Actor, complaint: Complaint, item: AgreedItem, words: str, done_on: date) -> Entry:
    """登记落实 of one thing that was agreed."""
    now = timezone.now()
    if done_on > timezone.localdate(now):
        raise Barred("“完成日期”不能晚于今天。", field="done_on")
    rows = AgreedItem.objects.filter(pk=item.pk, coordination__complaint=complaint, done_on=None)
    if not rows.update(done_on=done_on, done_words=words):
        raise Barred("这一项的落实情况已经登记过了。")
    owe_agreed(complaint, now)
    return flow.FLOW.take(flow.CARRY_OUT, complaint, actor, at=now, what=item.what, words=words)


def owe_agreed(complaint: Complaint, now: datetime) -> None:
    """Each unit owes the next thing that it agreed to; the officer the next of all others. What is owed otherwise than it
    stands ends, and is owed anew."""
    matter = complaint.matter
    items = AgreedItem.objects.filter(coordination__complaint=complaint, done_on=None).order_by("until", "pk")
    first: dict[int | None, AgreedItem] = {}
    for item in items.select_related("assignment__unit"):
        first.setdefault(item.assignment_id, item)
    for duty in matter.duties.filter(step=AGREED, done_at=None):
        wanted = first.get(duty.assignment_id)
        if wanted and duty.due_at == fixed(wanted.until).due_at:
            del first[duty.assignment_id]
        else:
            type(duty).objects.filter(pk=duty.pk).update(done_at=now, dropped=wanted is not None)
    for item in first.values():
        part = item.assignment
        holder: dict[str, Any] = (
            {"unit": part.unit, "assignment": part} if part else {"person": matter.officer}
        )
        note = f"{item.who}：{item.what}"
        duties.owe(matter, AGREED, at=now, due=fixed(item.until), note=note, **holder)
