"""现场协调: the bureau goes there; each thing agreed is owed until it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
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
    for ordinal, item in enumerate(items, 1):
        part = parts.get(item.who)
        holder = {"unit": part.unit, "assignment": part} if part else {"person": matter.officer}
        note = f"{item.who}：{item.what}"
        duty = duties.owe(matter, AGREED, at=now, due=fixed(item.until), note=note, **holder)
        AgreedItem.objects.create(
            coordination=made, place=ordinal, who=item.who, what=item.what, until=item.until, duty=duty
        )
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
    type(item.duty).objects.filter(pk=item.duty_id, done_at=None).update(done_at=now)
    return flow.FLOW.take(flow.CARRY_OUT, complaint, actor, at=now, what=item.what, words=words)
