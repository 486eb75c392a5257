"""What somebody did of an inner task is reported inside the unit; the unit sends it on, or wants it done better."""

from collections.abc import Sequence

from django.utils import timezone

from bureau.files.store import Kept
from bureau.matters.deadlines import duties
from bureau.matters.inside import steps
from bureau.matters.inside.giving import end, owe
from bureau.matters.models import Entry, InnerFile, InnerTask
from bureau.matters.policy import takes
from bureau.org.actor import Actor


@takes(steps.REPORT)
def report(actor: Actor, task: InnerTask, text: str, files: Sequence[Kept] = ()) -> Entry:
    """报告办理情况, with the files of this report in the place of earlier ones."""
    now = timezone.now()
    end(task, now, dropped=False)
    task.files.all().delete()
    InnerFile.objects.bulk_create(InnerFile(task=task, **file.columns) for file in files)
    changes = {"report": text, "reported_at": now}
    return steps.TASK.take(steps.REPORT, task, actor, assignment=task.assignment, at=now, changes=changes)


@takes(steps.TAKE_BACK)
def take_back(actor: Actor, task: InnerTask) -> Entry:
    """撤回报告: it is owed again by its date."""
    if task.duty:
        duties.owe_still(task.duty)
    return steps.TASK.take(steps.TAKE_BACK, task, actor, assignment=task.assignment)


@takes(steps.RETURN)
def send_back(actor: Actor, task: InnerTask, remark: str) -> Entry:
    """退回重报: it is owed anew. Why, stands on the task alone."""
    now, part = timezone.now(), task.assignment
    duty = owe(part, task.person, str(task), task.due, now)
    changes = {"remark": remark, "duty": duty}
    return steps.TASK.take(steps.RETURN, task, actor, assignment=part, at=now, changes=changes)
