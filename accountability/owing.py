"""What is owed for the decision on one subject: that it is carried out, and that its effect period is lifted when it has run out."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from accountability.dues import EXECUTE, LIFT, WEIGH
from accountability.models import Sanction, Subject, Tolerance
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


def let_go(subject: Subject) -> None:
    """Nothing is decided on it: what was intended falls away, and what was owed for its notice and its request for tolerance."""
    now, matter = timezone.now(), subject.matter
    subject.sanctions.filter(state=Sanction.State.PROPOSED).delete()
    if subject.notice:
        duties.drop(matter, now, service=subject.notice)
    others = Tolerance.objects.filter(subject__case=subject.case_id, state=Tolerance.State.WAITING)
    if not others.exclude(subject=subject).exists():
        duties.drop(matter, now, WEIGH)


def let_go_of_papers(subject: Subject) -> None:
    """Who is dead, or is no more, is brought nothing any more."""
    on_them = Q(position=subject.position) if subject.position else Q(unit=subject.addressee)
    for service in subject.matter.services.filter(on_them):
        duties.drop(subject.matter, timezone.now(), service=service)


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
