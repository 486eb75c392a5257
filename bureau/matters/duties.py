"""Opening, doing, moving, stopping and dropping duties. Only verbs call these."""

from django.utils import timezone

from bureau.matters.models import Duty
from bureau.org.calendar import current_calendar
from bureau.org.limits import limit_for
from bureau.org.worktime import Reckoning, add_workdays, end_of_day, reckon, workdays_between


def term_of(matter, step: str, at) -> Reckoning | None:
    """What the limits table gives for this matter and step, counted from `at`; None where it says nothing."""
    term = limit_for(matter.kind, matter.urgency, step)
    return reckon(at, term, current_calendar()) if term else None


def owe(
    matter, step: str, *, at, unit=None, post="", person=None, assignment=None, due: Reckoning | None = None
) -> Duty:
    """Open a duty for one holder. `due` defaults to the limits table; no limit means no date."""
    due = due or term_of(matter, step, at)
    due_at = due.due_at if due else None
    return Duty.objects.create(
        matter=matter,
        assignment=assignment,
        step=step,
        holder_unit=unit,
        holder_post=post,
        holder_person=person,
        opened_at=at,
        due_at=due_at,
        original_due_at=due_at,
        basis=due.as_json() if due else None,
    )


def done(matter, *steps: str, at, assignment=None) -> None:
    """The step was taken: close what was owed for it."""
    _open(matter, steps, assignment).update(done_at=at, stopped_at=None)


def drop(matter, *steps: str, at, assignment=None) -> None:
    """Nothing is owed any more: end without doing. No steps named means all."""
    _open(matter, steps, assignment).update(done_at=at, stopped_at=None, dropped=True)


def move(matter, step: str, due: Reckoning, assignment=None) -> None:
    """Another due time; the original stays beside it."""
    _open(matter, [step], assignment).update(due_at=due.due_at, basis=due.as_json(), told_at=None)


def stop(matter, at) -> None:
    """中止: the clock stands still."""
    Duty.objects.filter(matter=matter, done_at__isnull=True).update(stopped_at=at)


def resume(matter, at) -> None:
    """恢复: every open due time moves on by the working days that the clock stood still."""
    stopped = Duty.objects.filter(matter=matter, done_at__isnull=True, stopped_at__isnull=False)
    for duty in stopped:
        duty.due_at = later(duty.due_at, duty.stopped_at, at)
        duty.stopped_at = duty.told_at = None
        duty.save(update_fields=["due_at", "stopped_at", "told_at"])


def later(due_at, stopped_at, resumed_at):
    """`due_at` moved by the working days between stop and resumption."""
    if due_at is None:
        return None
    calendar = current_calendar()
    days = workdays_between(timezone.localdate(stopped_at), timezone.localdate(resumed_at), calendar)
    return end_of_day(add_workdays(timezone.localdate(due_at), days, calendar)) if days else due_at


def _open(matter, steps, assignment):
    duties = Duty.objects.filter(matter=matter, done_at__isnull=True)
    if steps:
        duties = duties.filter(step__in=steps)
    return duties.filter(assignment=assignment) if assignment else duties
