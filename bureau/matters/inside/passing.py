"""What becomes of inner tasks where people go, and where units become one."""

from django.db.models import QuerySet
from django.utils import timezone

from bureau.matters import timeline
from bureau.matters.inside.giving import end, owe
from bureau.matters.inside.states import OPEN, WITHDRAWN
from bureau.matters.models import Assignment, Audience, Duty, InnerTask, Matter
from bureau.org.models import Person

STEP, LINE = "task.hand_over", "{} 将单位内部由{}办理的任务交接给{}"


def move_tasks(part: Assignment, there: Assignment) -> None:
    """To the part that goes on, with what is owed for them."""
    Duty.objects.filter(assignment=part, each=True, done_at=None).update(assignment=there)
    InnerTask.objects.filter(assignment=part).update(assignment=there)


def open_tasks(leaver: Person) -> QuerySet[InnerTask]:
    return InnerTask.objects.filter(person=leaver, state=OPEN)


def hand_over_tasks(matter: Matter, leaver: Person, successor: Person) -> None:
    """What is open; what was reported keeps the name. Who has a task of that part already has both in one, by the earlier
    date."""
    for task in open_tasks(leaver).filter(assignment__matter=matter).select_related("assignment"):
        there = open_tasks(successor).filter(assignment=task.assignment).first()
        if there is None:
            InnerTask.objects.filter(pk=task.pk).update(person=successor)
            continue
        InnerTask.objects.filter(pk=task.pk).update(state=WITHDRAWN)
        join(there, task)


def join(there: InnerTask, task: InnerTask) -> None:
    there.text = "；".join(filter(None, [there.text, str(task)]))[: InnerTask.LENGTHS["text"]]
    if task.due < there.due:
        there.due, now = task.due, timezone.now()
        end(there, now, dropped=True)
        there.duty = owe(there.assignment, there.person, str(there), there.due, now)
    there.save(update_fields=["text", "due", "duty"])


def tell_of_tasks(person: Person, matter: Matter, leaver: Person, successor: Person) -> None:
    """A line for each part of which something was handed over; why, is the unit's own affair."""
    handed = InnerTask.objects.standing().filter(assignment__matter=matter, person__in=[leaver, successor])
    for part in Assignment.objects.filter(tasks__in=handed).distinct():
        words = LINE.format(person.signature, leaver.name, successor.name)
        timeline.write(matter, STEP, words, actor=person, assignment=part, audience=Audience.UNIT)
