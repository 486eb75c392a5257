"""The verbs of an assignment, shared by every room. Each asks the policy, changes, settles duties, takes the step."""

from django.db import transaction
from django.utils import timezone

from bureau.matters import cover, duties, extensions, replies, steps
from bureau.matters.flow import Barred, move_all
from bureau.matters.models import Assignment, Owed, Reply
from bureau.matters.policy import require

State = Assignment.State


def planned(matter, lead, co=(), asked: str = "") -> list[Assignment]:
    """The units of a matter as they are written down: one lead, any number of co-units, none twice."""
    units = [lead, *dict.fromkeys(unit for unit in co if unit != lead)]
    copies = cover.copies(matter)
    return [
        Assignment(matter=matter, unit=unit, role="co" if place else "lead", asked=asked, **copies)
        for place, unit in enumerate(units)
    ]


def plan(matter, lead, co=(), asked: str = "") -> None:
    """Set the units of a matter that is not yet dispatched."""
    matter.assignments.filter(state=State.PLANNED).delete()
    Assignment.objects.bulk_create(planned(matter, lead, co, asked))


def send_out(matter, parts, at) -> None:
    """Dispatch: every planned part waits to be signed for; the clock starts now, not at signing."""
    move_all(steps.SENT_OUT, parts, opened_at=at)
    duties.owe_parts(matter, [(Owed.SIGN, parts, None)], at=at)


@transaction.atomic
def sign(person, assignment):
    """签收."""
    require(person, steps.SIGN, assignment)
    now = timezone.now()
    duties.done(assignment.matter, Owed.SIGN, at=now, assignment=assignment)
    changes = {"signed_at": assignment.signed_at or now}
    return steps.ASSIGNMENT.take(steps.SIGN, assignment, person, assignment=assignment, changes=changes)


@transaction.atomic
def reply(person, assignment, text, percent=None, files=()):
    """反馈进展. Where the unit wants it, the head countersigns before it counts."""
    require(person, steps.REPLY, assignment)
    return replies.send(
        person, assignment, steps.REPLY, Reply.Kind.PROGRESS, text=text, percent=percent, files=files
    )


@transaction.atomic
def finish(person, assignment, text, files=()):
    """报协办完成: a co-unit's part is done."""
    require(person, steps.FINISH, assignment)
    return replies.send(person, assignment, steps.FINISH, Reply.Kind.FINAL, text=text, files=files)


@transaction.atomic
def ask_extension(person, assignment, text, progress, until, files=()):
    """申请延期: before the due time, with the reason (`text`), how far it has come, and the new date."""
    require(person, steps.ASK_EXTENSION, assignment)
    extensions.require_in_time(assignment.matter)
    stands = timezone.localdate(assignment.matter.due_at)
    if until <= stands:
        raise Barred(f"“申请延至”须晚于现在的时限{stands:%Y-%m-%d}。")
    words = {"text": text, "progress": progress, "until": until}
    return replies.send(person, assignment, steps.ASK_EXTENSION, Reply.Kind.EXTENSION, files=files, **words)


@transaction.atomic
def urge(person, assignment, remark):
    """催办: on the timeline, and at the top of the unit's desk."""
    require(person, steps.URGE, assignment)
    return steps.ASSIGNMENT.take(
        steps.URGE, assignment, person, assignment=assignment, unit=assignment.unit.short, remark=remark
    )
