"""The verbs of an assignment, shared by every room. Each asks the policy, changes, settles duties, takes the step."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters import cover
from bureau.matters.access.recusals import is_recused
from bureau.matters.deadlines import dues, duties
from bureau.matters.flow import move_all
from bureau.matters.models import Assignment, Entry, Matter, Reply
from bureau.matters.parts import extensions, replies, steps
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.models import Unit

State = Assignment.State


def check(*units: Unit, on: Matter | None = None) -> None:
    """Every unit must be one that may be supervised (督查工作条例 第5条) and still exist; and, of a matter that stands
    already (`on`), none that is recused. Raises Barred."""
    for unit in units:
        if on and is_recused(on, unit):
            raise Barred(f"{unit.short}是被反映的单位，或者是它的上级单位，不能承办本事项，请另选承办单位。")
        if not unit.supervisable:
            raise Barred(f"{unit.short}不是政府督查的对象，不能作为承办单位。")
        if unit.merged_into_id:
            raise Barred(f"{unit.short}已并入{unit.successor.short}，请改选{unit.successor.short}。")
        if not unit.active:
            raise Barred(f"{unit.short}已停用，请另选承办单位。")


def planned(matter: Matter, lead: Unit, co: Sequence[Unit] = (), asked: str = "") -> list[Assignment]:
    """The units of a matter as they are written down: one lead, any number of co-units, none twice."""
    units = [lead, *dict.fromkeys(unit for unit in co if unit != lead)]
    copies = cover.copies(matter)
    return [
        Assignment(matter=matter, unit=unit, role="co" if place else "lead", asked=asked, **copies)
        for place, unit in enumerate(units)
    ]


def plan(matter: Matter, lead: Unit, co: Sequence[Unit] = (), asked: str = "") -> None:
    """Set the units of a matter that is not yet dispatched."""
    matter.assignments.filter(state=State.PLANNED).delete()
    Assignment.objects.bulk_create(planned(matter, lead, co, asked))


def send_out(matter: Matter, parts: Sequence[Assignment], at: datetime) -> None:
    """Dispatch: every planned part waits to be signed for; the clock starts now, not at signing."""
    move_all(steps.SENT_OUT, parts, opened_at=at)
    duties.owe_parts(matter, [(dues.SIGN, parts, None)], at=at)


def give_out(matter: Matter, lead: Unit, co: Sequence[Unit], asked: str, at: datetime) -> list[Assignment]:
    """Dispatch to units, for the first time or again: those that took part before are asked anew, others join, and
    who is asked no more stays as history. Returns the parts that are asked, the lead first."""
    matter.assignments.filter(role="lead").exclude(unit=lead).update(role="co")  # one lead at a time
    pleas = (Reply.Kind.DISPUTE, Reply.Kind.EXTENSION)
    Reply.objects.filter(assignment__matter=matter, kind__in=pleas).update(past=True)
    known = {part.unit_id: part for part in matter.assignments.filter(unit__in=[lead, *co])}
    asked_again = list(known.values())
    joining = [part for part in planned(matter, lead, co, asked) if part.unit_id not in known]
    if asked_again:
        move_all(steps.ASKED_AGAIN, asked_again, signed_at=None, asked=asked)
        matter.assignments.filter(unit=lead).update(role="lead")
    Assignment.objects.bulk_create(joining)
    if joining:
        move_all(steps.SENT_OUT, joining, opened_at=at)
    parts = sorted([*asked_again, *joining], key=lambda part: part.unit_id != lead.pk)
    parts[0].role = "lead"
    duties.owe_parts(matter, [(dues.SIGN, parts, None)], at=at)
    return parts


@takes(steps.SIGN)
def sign(actor: Actor, assignment: Assignment) -> Entry:
    """签收."""
    now = timezone.now()
    duties.done(assignment.matter, dues.SIGN, at=now, assignment=assignment)
    changes = {"signed_at": assignment.signed_at or now}
    return steps.ASSIGNMENT.take(steps.SIGN, assignment, actor, assignment=assignment, changes=changes)


@takes(steps.REPLY)
def reply(
    actor: Actor,
    assignment: Assignment,
    text: str,
    percent: int | None = None,
    files: Sequence[Kept] = (),
    **measured: Any,
) -> Entry:
    """反馈进展. Where the unit wants it, the head countersigns before it counts. `measured`: what the room asks besides."""
    more: dict[str, Any] = {"percent": percent, "files": files, "measured": measured}
    return replies.send(actor, assignment, steps.REPLY, Reply.Kind.PROGRESS, text=text, **more)


@takes(steps.FINISH)
def finish(actor: Actor, assignment: Assignment, text: str, files: Sequence[Kept] = ()) -> Entry:
    """报协办完成: a co-unit's part is done."""
    return replies.send(actor, assignment, steps.FINISH, Reply.Kind.FINAL, text=text, files=files)


@takes(steps.ASK_EXTENSION)
def ask_extension(
    actor: Actor, assignment: Assignment, text: str, progress: str, until: date, files: Sequence[Kept] = ()
) -> Entry:
    """申请延期: before the due time, with the reason (`text`), how far it has come, and the new date. Raises Barred
    where it comes too late, or asks for no later date."""
    extensions.require_in_time(assignment.matter)
    stands = timezone.localdate(assignment.matter.due_at)
    if until <= stands:
        raise Barred(f"“申请延至”须晚于现在的时限{stands:%Y-%m-%d}。")
    words: dict[str, Any] = {"text": text, "progress": progress, "until": until}
    return replies.send(actor, assignment, steps.ASK_EXTENSION, Reply.Kind.EXTENSION, files=files, **words)


@takes(steps.DISPUTE)
def dispute(
    actor: Actor, assignment: Assignment, text: str, proposed: Unit | None = None, files: Sequence[Kept] = ()
) -> Entry:
    """退单: another unit should have this part (`text`: why). Every clock goes on. Raises Barred where the unit that is
    proposed cannot be."""
    if proposed == assignment.unit:
        raise Barred("“建议改由哪家承办”不能填本单位，请另填一家。", field="proposed")
    check(*filter(None, [proposed]))
    more: dict[str, Any] = {"text": text, "proposed": proposed, "files": files}
    return replies.send(actor, assignment, steps.DISPUTE, Reply.Kind.DISPUTE, **more)


@takes(steps.URGE)
def urge(actor: Actor, assignment: Assignment, remark: str) -> Entry:
    """催办: on the timeline, and at the top of the unit's desk."""
    return steps.ASSIGNMENT.take(
        steps.URGE, assignment, actor, assignment=assignment, unit=assignment.unit.short, remark=remark
    )
