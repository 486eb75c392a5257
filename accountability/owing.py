"""What is owed by whoever checks or investigates; and for the decision on one subject: that it is carried out, and that its effect
period is lifted when it has run out."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from accountability.dues import CHECK, EXECUTE, INVESTIGATE, LIFT, WEIGH
from accountability.models import Case, Sanction, Subject, Tolerance
from accountability.states import UNDECIDED
from bureau.matters.deadlines import duties
from bureau.matters.deadlines.dues import Due
from bureau.matters.models import Duty
from bureau.org.models import Person
from bureau.org.posts import Post
from bureau.org.worktime import Reckoning, fixed, local

OPEN = (Sanction.State.IN_FORCE, Sanction.State.HANDED_IN)


def owe_team(
    case: Case, step: Due, people: Iterable[Person], at: datetime, due: Reckoning | None = None
) -> Duty:
    """初核, 调查, by each who was named for it and is still there; where nobody is, by the director, who names them."""
    team = [person for person in people if person.is_active and person.of_the_bureau]
    if not team:
        return duties.owe(case.matter, step, at=at, post=Post.DIRECTOR, due=due, named="指定人员")
    owed = duties.owe(case.matter, step, at=at, person=team[0], due=due)
    duties.share(case.matter, step, team, at)
    return owed


def follow_team(case: Case, at: datetime) -> None:
    """Others were named, or one keeps out: what is owed is owed by who is left, by the date that stands."""
    for step, team in ((CHECK, case.checkers), (INVESTIGATE, case.investigators)):
        owed = Duty.objects.open().filter(matter=case.matter, step=step).first()
        if owed is None:
            continue
        if people := list(team.filter(is_active=True)):
            duties.share(case.matter, step, people, at)
        elif owed.holder_person_id:
            duties.drop(case.matter, at, step)
            due = fixed(local(owed.due_at).date(), "接续原来的期限") if owed.due_at else None
            owe_team(case, step, [], at, due)


def owe_execution(subject: Subject) -> None:
    """Until the first date of what is not carried out yet: by the officer, and where all that is left was handed in, by the director,
    who judges it."""
    now, matter, service = timezone.now(), subject.matter, subject.decision
    duties.done(matter, EXECUTE, at=now, service=service)
    waiting = list(subject.sanctions.filter(state__in=OPEN).order_by("due_on", "pk"))
    to_do = [one for one in waiting if one.state == Sanction.State.IN_FORCE]
    first = next(iter(to_do or waiting), None)
    if first and first.due_on:
        due = fixed(first.due_on, "由问责方式的执行期限确定")
        holder: dict[str, Any] = {"person": matter.officer} if to_do else {"post": Post.DIRECTOR}
        duties.owe(matter, EXECUTE, at=now, service=service, due=due, named=str(subject), **holder)


def let_go(subject: Subject, outcome: str) -> dict[str, Any]:
    """Nothing is decided on it: what was intended falls away, and what was owed for its notice and its request for tolerance.
    Returns the columns that say why, and when."""
    now, matter = timezone.now(), subject.matter
    subject.sanctions.filter(state=Sanction.State.PROPOSED).delete()
    if subject.notice:
        duties.drop(matter, now, service=subject.notice)
    if not to_be_weighed(subject.case_id).exclude(subject=subject).exists():
        duties.drop(matter, now, WEIGH)
    return gone(outcome)


def to_be_weighed(case: int) -> QuerySet[Tolerance]:
    """Requests that wait, of subjects that were not let go meanwhile."""
    return Tolerance.objects.filter(
        subject__case=case, subject__state__in=UNDECIDED, state=Tolerance.State.WAITING
    ).order_by("pk")


def gone(outcome: str) -> dict[str, Any]:
    """The columns of a subject against which nothing is held, or nothing any more."""
    return {"outcome": outcome[: Subject.LENGTHS["outcome"]], "let_go_on": timezone.localdate()}


def let_go_of_papers(subject: Subject) -> None:
    """Who is dead, or is no more, is brought nothing any more."""
    on_them = Q(position=subject.position) if subject.position else Q(unit=subject.addressee)
    for service in subject.matter.services.filter(on_them):
        duties.drop(subject.matter, timezone.now(), service=service)


def owe_lifting(subject: Subject) -> None:
    """On the day after the last of the effect period, by the director, who signs it."""
    if subject.effect_until is None:
        return
    due = fixed(subject.effect_until + timedelta(days=1), "由影响期确定")
    matter = subject.matter
    duties.owe(
        matter,
        LIFT,
        at=timezone.now(),
        post=Post.DIRECTOR,
        service=subject.decision,
        due=due,
        named=str(subject),
    )
