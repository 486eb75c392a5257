"""What is owed for the decision on one subject: that it is carried out, and that its effect period is lifted when it has run out."""

from datetime import timedelta

from django.utils import timezone

from accountability.dues import EXECUTE, LIFT
from accountability.models import Sanction, Subject
from bureau.matters.deadlines import duties
from bureau.org.worktime import fixed

OPEN = (Sanction.State.IN_FORCE, Sanction.State.HANDED_IN)


def owe_execution(subject: Subject) -> None:
    """By the officer, until the first date of what is not carried out yet."""
    now, matter, service = timezone.now(), subject.matter, subject.decision
    duties.done(matter, EXECUTE, at=now, service=service)
    waiting = subject.sanctions.filter(state__in=OPEN).order_by("due_on", "pk").first()
    if waiting and waiting.due_on:
        due = fixed(waiting.due_on, "由问责方式的执行期限确定")
        duties.owe(
            matter, EXECUTE, at=now, person=matter.officer, service=service, due=due, named=str(subject)
        )


def owe_lifting(subject: Subject) -> None:
    """On the day after the last of the effect period."""
    if subject.effect_until is None:
        return
    due = fixed(subject.effect_until + timedelta(days=1), "由影响期确定")
    matter = subject.matter
    duties.owe(
        matter,
        LIFT,
        at=timezone.now(),
        person=matter.officer,
        service=subject.decision,
        due=due,
        named=str(subject),
    )
