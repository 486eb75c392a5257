"""Opening, doing, moving, stopping and dropping duties. Only verbs call these."""

from django.db.models import Q

from bureau.matters.models import Duty, Owed
from bureau.org.calendar import current_calendar
from bureau.org.limits import limit_for
from bureau.org.worktime import Reckoning, add_workdays, end_of_day, local, reckon, workdays_between


def term_of(matter, step: str, at) -> Reckoning | None:
    """What the limits table gives for this matter and step, counted from `at`; None where it says nothing."""
    term = limit_for(matter.kind, matter.urgency, step)
    return reckon(at, term, current_calendar()) if term else None


def owe(
    matter, step: str, *, at, unit=None, post="", person=None, assignment=None, due: Reckoning | None = None
) -> Duty:
    """Open a duty for one holder. `due` defaults to the limits table; no limit means no date."""
    holder = {"holder_unit": unit, "holder_post": post, "holder_person": person, "assignment": assignment}
    duty = _owed(matter, step, at, due or term_of(matter, step, at), **holder)
    duty.save(force_insert=True)
    return duty


def owe_parts(matter, step: str, parts, *, at, due: Reckoning | None = None) -> None:
    """The unit of each part owes the same step by the same time: reckoned once, written at once."""
    due = due or term_of(matter, step, at)
    Duty.objects.bulk_create(
        _owed(matter, step, at, due, holder_unit=part.unit, assignment=part) for part in parts
    )


def done(matter, *steps: str, at, assignment=None) -> None:
    """The steps were taken: close what was owed for them. A node whose period has not begun is not answered."""
    not_begun = Q(step=Owed.NODE, opened_at__gt=at)
    _open(matter, assignment).filter(~not_begun, step__in=steps).update(done_at=at, stopped_at=None)


def drop(matter, at) -> None:
    """Nothing is owed any more: all that is open ends without being done."""
    _open(matter).update(done_at=at, stopped_at=None, dropped=True)


def move(matter, step: str, due_at, note: str) -> None:
    """Another due time, with a word why; the original stays beside it."""
    for duty in Duty.objects.filter(matter=matter, step=step, done_at__isnull=True):
        shift(duty, due_at, note)


def shift(duty, due_at, note: str) -> None:
    duty.due_at, duty.told_at, duty.stopped_at = due_at, None, None
    duty.basis = {**(duty.basis or {}), "notes": [*(duty.basis or {}).get("notes", []), note]}
    duty.save(update_fields=["due_at", "told_at", "stopped_at", "basis"])


def stop(matter, at) -> None:
    """中止: the clock stands still."""
    Duty.objects.filter(matter=matter, done_at__isnull=True).update(stopped_at=at)


def resume(matter, at) -> None:
    """恢复: every open due time moves on by the working days that the clock stood still."""
    for duty in Duty.objects.filter(matter=matter, done_at__isnull=True, stopped_at__isnull=False):
        due_at = later(duty.due_at, duty.stopped_at, at)
        words = f"{local(duty.stopped_at):%Y-%m-%d}至{local(at):%Y-%m-%d}中止，按停止的工作日顺延"
        shift(duty, due_at, f"{words}至{local(due_at):%Y-%m-%d}。" if due_at else f"{words}。")


def later(due_at, stopped_at, resumed_at):
    """`due_at` moved by the working days between stop and resumption."""
    if due_at is None:
        return None
    calendar = current_calendar()
    days = workdays_between(local(stopped_at).date(), local(resumed_at).date(), calendar)
    return end_of_day(add_workdays(local(due_at).date(), days, calendar)) if days else due_at


def _open(matter, assignment=None):
    duties = Duty.objects.filter(matter=matter, done_at__isnull=True)
    return duties.filter(assignment=assignment) if assignment else duties


def _owed(matter, step: str, at, due: Reckoning | None, **holder) -> Duty:
    due_at, basis = (due.due_at, due.as_json()) if due else (None, None)
    dates = {"opened_at": at, "due_at": due_at, "original_due_at": due_at, "basis": basis}
    return Duty(matter=matter, step=step, **dates, **holder)
