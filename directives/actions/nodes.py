"""Long-term items report node by node; the next node is opened when the last one was answered."""

import calendar
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from bureau.matters import cover
from bureau.matters.deadlines import dues, duties
from bureau.matters.models import Duty, Matter
from bureau.org.worktime import fixed
from directives import states
from directives.dues import NODE
from directives.models import Cadence, Directive

MONTHS: dict[str, int] = {Cadence.MONTHLY: 1, Cadence.QUARTERLY: 3, Cadence.YEARLY: 12}


def open_nodes() -> int:
    """Open the next node of every running long-term item that owes neither a node nor a result. Returns how many. Safe to repeat."""
    owed = Duty.objects.filter(matter=OuterRef("matter"), step__in=[NODE, dues.REPORT], done_at__isnull=True)
    waiting = Directive.objects.filter(~Exists(owed), recurring=True, state=states.RUNNING)
    return sum(open_if_waiting(waiting, pk) for pk in waiting.values_list("pk", flat=True))


@transaction.atomic
def open_if_waiting(waiting: QuerySet[Directive], pk: int) -> bool:
    """Open the node unless somebody turned the directive since it was listed."""
    cover.lock(pk)
    directive = waiting.select_related("matter").filter(pk=pk).first()
    if directive:
        open_node(directive, timezone.now())
    return directive is not None


def open_node(directive: Directive, at: datetime) -> None:
    """The lead owes a report at the next node; the cover shows that date as the one to meet.

    It is owed from the beginning of its period: what is said before that answers nothing."""
    matter = directive.matter
    lead = matter.assignments.select_related("unit").get(role="lead")
    start = earliest(matter, timezone.localdate(at))
    begins = max(at, timezone.make_aware(datetime.combine(start, time.min)))
    day = first_or_next(directive, start)
    due = fixed(day) if day == directive.due else fixed(day, f"按{directive.get_cadence_display()}报告确定")
    duties.owe(matter, NODE, at=begins, unit=lead.unit, assignment=lead, due=due)
    Matter.objects.filter(pk=matter.pk).update(due_at=due.due_at)
    matter.due_at = due.due_at


def earliest(matter: Matter, today: date) -> date:
    """The next node lies beyond the last one, also where that was answered before its date."""
    last = matter.duties.filter(step=NODE, dropped=False).order_by("-due_at").first()
    return max(today, timezone.localdate(last.due_at) + timedelta(days=1)) if last else today


def first_or_next(directive: Directive, start: date) -> date:
    """From `start` on: the first date on the paper while it lies ahead, then the ends of the periods."""
    if directive.due and directive.due > start:
        return directive.due
    return end_of_period(start, directive.cadence)


def end_of_period(today: date, cadence: str) -> date:
    """The last day of the month, quarter or year that is at least five days ahead."""
    months = MONTHS[cadence]
    month = (today.month - 1) // months * months + months
    end = date(today.year, month, calendar.monthrange(today.year, month)[1])
    if (end - today).days >= 5:
        return end
    return end_of_period(date.fromordinal(end.toordinal() + 1), cadence)
