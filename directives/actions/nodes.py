"""Long-term items report node by node; the next node is opened when the last one was answered."""

import calendar
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from bureau.matters import cover, duties
from bureau.matters.models import Duty, Matter, Owed
from bureau.org.worktime import fixed
from directives import flow
from directives.models import Cadence, Directive


def open_nodes() -> int:
    """Open the next node of every running long-term item that owes none. Returns how many. Safe to repeat."""
    owed = Duty.objects.filter(matter=OuterRef("matter"), step=Owed.NODE, done_at__isnull=True)
    waiting = Directive.objects.filter(~Exists(owed), recurring=True, state=flow.RUNNING)
    for directive in waiting.select_related("matter"):
        with transaction.atomic():
            cover.lock(directive.matter_id)
            open_node(directive, timezone.now())
    return len(waiting)


def open_node(directive, at) -> None:
    """The lead owes a report at the next node; the cover shows that date as the one to meet."""
    matter = directive.matter
    if matter.duties.filter(step=Owed.NODE, done_at__isnull=True).exists():
        return
    lead = matter.assignments.select_related("unit").get(role="lead")
    due = fixed(first_or_next(directive, timezone.localdate(at)))
    duties.owe(matter, Owed.NODE, at=at, unit=lead.unit, assignment=lead, due=due)
    Matter.objects.filter(pk=matter.pk).update(due_at=due.due_at)
    matter.due_at = due.due_at


def first_or_next(directive, today: date) -> date:
    """The first date on the paper while it lies ahead, then the ends of the periods."""
    if directive.due and directive.due > today:
        return directive.due
    return end_of_period(today, directive.cadence)


def end_of_period(today: date, cadence: str) -> date:
    """The last day of the month, quarter or year after the node just answered: at least five days ahead."""
    months = {Cadence.MONTHLY: 1, Cadence.QUARTERLY: 3, Cadence.YEARLY: 12}[cadence]
    month = (today.month - 1) // months * months + months
    end = date(today.year, month, calendar.monthrange(today.year, month)[1])
    if (end - today).days >= 5:
        return end
    return end_of_period(date.fromordinal(end.toordinal() + 1), cadence)
