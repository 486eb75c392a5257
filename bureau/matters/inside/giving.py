"""分解, 转办: the unit hands its part to its people, takes it from one for another, and takes it back."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.deadlines import dues, duties
from bureau.matters.inside import steps
from bureau.matters.known import duties_of
from bureau.matters.models import Assignment, Duty, Entry, InnerTask, Matter, Secrecy
from bureau.matters.parts.steps import ASSIGNMENT, BREAK_DOWN, HAND_ON
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.worktime import fixed
from bureau.pages.colleagues import Share, colleagues

BY = "由本单位确定"


@takes(BREAK_DOWN)
def break_down(actor: Actor, part: Assignment, shares: Sequence[Share]) -> Entry:
    """内部分解. Raises Barred, where it can by the field."""
    if not shares:
        raise Barred("请至少分给一个人。", field="person_0")
    now = timezone.now()
    for place, share in enumerate(shares):
        check(part, share.person, share.due, f"_{place}")
        give(actor, part, share, now)
    return ASSIGNMENT.take(BREAK_DOWN, part, actor, assignment=part, at=now, count=len(shares))


@takes(HAND_ON)
def hand_on(actor: Actor, part: Assignment, person: Person, due: date, text: str = "") -> Entry:
    """内部转办: all of it. Raises Barred."""
    now = timezone.now()
    check(part, person, due)
    give(actor, part, Share(person, text, due), now, whole=True)
    return ASSIGNMENT.take(HAND_ON, part, actor, assignment=part, at=now)


@takes(steps.PASS_ON)
def pass_on(actor: Actor, task: InnerTask, person: Person, due: date) -> Entry:
    """改由他人办理. Raises Barred."""
    now, part = timezone.now(), task.assignment
    check(part, person, due)
    end(task, now, dropped=True)
    duty = owe(part, person, str(task), due, now)
    changes = {"person": person, "due": due, "duty": duty}
    return steps.TASK.take(steps.PASS_ON, task, actor, assignment=part, at=now, changes=changes)


@takes(steps.WITHDRAW)
def withdraw(actor: Actor, task: InnerTask) -> Entry:
    """撤回任务: it is not owed any more."""
    now = timezone.now()
    end(task, now, dropped=True)
    return steps.TASK.take(steps.WITHDRAW, task, actor, assignment=task.assignment, at=now)


def give(actor: Actor, part: Assignment, share: Share, now: datetime, whole: bool = False) -> None:
    task = InnerTask(
        assignment=part,
        person=share.person,
        whole=whole,
        text=share.text,
        due=share.due,
        given_by=actor.principal,
        given_at=now,
    )
    task.duty = owe(part, share.person, str(task), share.due, now)
    task.save(force_insert=True)


def owe(part: Assignment, person: Person, named: str, due: date, now: datetime) -> Duty:
    term = fixed(due, BY)
    return duties.owe(part.matter, dues.INSIDE, at=now, person=person, assignment=part, due=term, named=named)


def end(task: InnerTask, now: datetime, *, dropped: bool) -> None:
    if task.duty and task.duty.done_at is None:
        duties.end(task.duty, now, dropped=dropped)


def check(part: Assignment, person: Person, due: date, at: str = "") -> None:
    """The person is of the unit, sees the matter and has nothing open of it yet; the date is the unit's own to give. Raises
    Barred, by the field; `at`: its row."""
    if not colleagues(part.unit).filter(pk=person.pk).exists():
        raise Barred(f"{person.name}不是本单位可以登录的人，请另选。", field=f"person{at}")
    if part.tasks.filter(person=person, state=InnerTask.State.OPEN).exists():
        raise Barred(
            f"{person.name}在本事项上已有没办完的任务，请先撤回，或者等其报告。", field=f"person{at}"
        )
    if not sees(part.matter, person):
        raise Barred(
            f"本事项限阅，{person.name}没有获得授权，请先请督查局授权，或者另选。", field=f"person{at}"
        )
    today, until = timezone.localdate(), until_of(part)
    if due < today:
        raise Barred("“完成日期”不能早于今天。", field=f"due{at}")
    if until and today <= until < due:
        raise Barred(f"“完成日期”不能晚于本单位的时限{until:%Y-%m-%d}。", field=f"due{at}")


def sees(matter: Matter, person: Person) -> bool:
    """What is sealed is seen by whom it was granted to."""
    if matter.secrecy != Secrecy.SEALED:
        return True
    return matter.grants.filter(user=person, until__gte=timezone.localdate()).exists()


def until_of(part: Assignment) -> date | None:
    """The day on which its unit owes the result, or its part of it; None where there is none."""
    owed = (duty for duty in duties_of(part) if duty.done_at is None)
    results = (duty for duty in owed if dues.DUES[duty.step].sets_cover or duty.step == dues.PART)
    ends = [duty.due_at for duty in results if duty.due_at]
    return timezone.localdate(max(ends)) if ends else None
