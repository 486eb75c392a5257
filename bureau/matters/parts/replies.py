"""A reply on its way: sent, or drafted for the unit's head; then judged."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters import timeline
from bureau.matters.deadlines import dues, duties
from bureau.matters.flow import Step, move
from bureau.matters.models import Assignment, Audience, Entry, Reply
from bureau.matters.parts import disputes, extensions, states, steps
from bureau.matters.parts.attaching import attach
from bureau.matters.policy import takes
from bureau.matters.rooms import keep_measured, measured_words
from bureau.org.actor import Actor
from bureau.org.models import Unit
from bureau.org.posts import Post

DRAFT = "{actor} 起草{kind}，待单位负责人审签"


def send(
    actor: Actor,
    assignment: Assignment,
    step: Step,
    kind: str,
    *,
    files: Sequence[Kept] = (),
    measured: dict[str, Any] | None = None,
    proposed: Unit | None = None,
    **words: Any,
) -> Entry:
    """Write the reply, with what the room asked for besides (`measured`) and the unit that a dispute proposes; it counts
    at once unless the unit wants its head's countersignature. Returns the Entry."""
    drafted = needs_head(actor, assignment)
    now = timezone.now()
    answer = Reply.objects.create(
        assignment=assignment,
        author=actor.principal,
        kind=kind,
        at=now,
        state=states.DRAFTED if drafted else states.SENT,
        sent_at=None if drafted else now,
        proposed=proposed,
        **words,
    )
    told = keep_measured(answer, measured or {})
    if drafted:
        entry = wait_for_head(actor, answer)
    else:
        facts = {"measured": told, "instead": disputes.instead(proposed), **words}
        entry = steps.ASSIGNMENT.take(step, assignment, actor, assignment=assignment, **facts)
        settle(answer, now)
    attach(entry, files, reply=answer)
    return entry


def needs_head(actor: Actor, assignment: Assignment) -> bool:
    return assignment.unit.countersigns and not actor.holds(Post.HEAD)


def wait_for_head(actor: Actor, answer: Reply) -> Entry:
    """The draft is the unit's own affair until its head sends it. Raises Barred where another draft of the unit
    waits."""
    assignment, kind = answer.assignment, answer.get_kind_display()
    if assignment.replies.filter(state=states.DRAFTED).exclude(pk=answer.pk).exists():
        raise Barred("本单位已有一份反馈待负责人审签，请先处理那一份。")
    duties.owe(
        answer.matter,
        dues.COUNTERSIGN,
        at=answer.at,
        unit=assignment.unit,
        post=Post.HEAD,
        assignment=assignment,
    )
    words = DRAFT.format(actor=actor.signature, kind=kind)
    return timeline.write(
        answer.matter,
        "reply.draft",
        words,
        actor=actor,
        assignment=assignment,
        audience=Audience.UNIT,
        at=answer.at,
    )


def settle(answer: Reply, now: datetime) -> None:
    """What is done and what is owed next, once a reply has been sent."""
    matter, assignment = answer.matter, answer.assignment
    duties.done(matter, *dues.answered_by(answer.kind), at=now, assignment=assignment)
    if answer.kind == Reply.Kind.EXTENSION and answer.until:
        post, why = extensions.decider(assignment, answer.until)
        duties.owe(matter, dues.DECIDE_EXTENSION, at=now, post=post, assignment=assignment, note=why)
    if answer.kind == Reply.Kind.DISPUTE:
        duties.owe(matter, dues.DECIDE_DISPUTE, at=now, post=Post.DIRECTOR, assignment=assignment)


@takes(steps.COUNTERSIGN)
def countersign(actor: Actor, answer: Reply) -> Entry:
    """审签报送: the head sends what the liaison drafted. Raises Barred where a plea comes too late by now."""
    if answer.kind == Reply.Kind.EXTENSION:
        extensions.require_in_time(answer.matter)
    if answer.kind == Reply.Kind.DISPUTE and (why := disputes.why_closed(answer.assignment)):
        raise Barred(why)
    now = timezone.now()
    duties.done(answer.matter, dues.COUNTERSIGN, at=now, assignment=answer.assignment)
    if answer.kind == Reply.Kind.FINAL:
        move(steps.FINISH, answer.assignment)
    settle(answer, now)
    return take(
        steps.COUNTERSIGN,
        answer,
        actor,
        {"countersigned_by": actor.principal, "sent_at": now},
        instead=disputes.instead(answer.proposed),
        measured=measured_words(answer.matter, [answer]).get(answer.pk, ""),
        text=answer.text,
    )


@takes(steps.HAND_BACK)
def hand_back(actor: Actor, answer: Reply, remark: str) -> Entry:
    """退回修改: the head wants it written again."""
    duties.done(answer.matter, dues.COUNTERSIGN, at=timezone.now(), assignment=answer.assignment)
    return judge(steps.HAND_BACK, actor, answer, remark)


@takes(steps.TAKE_BACK)
def take_back(actor: Actor, answer: Reply) -> Entry:
    """撤回 what nobody has judged: as if it had not been sent. Raises Barred where the next period has begun since."""
    now, matter, part = timezone.now(), answer.matter, answer.assignment
    if answer.state == states.DRAFTED:
        duties.drop(matter, now, dues.COUNTERSIGN, assignment=part)
    elif answer.sent_at:
        unsettle(answer, answer.sent_at, now)
    return take(steps.TAKE_BACK, answer, actor, UNSENT)


UNSENT = {"sent_at": None, "countersigned_by": None}


def unsettle(answer: Reply, sent_at: datetime, now: datetime) -> None:
    """What was done by sending it is owed again; nobody decides on it any more."""
    matter, part = answer.matter, answer.assignment
    duties.drop(matter, now, DECIDED_BY.get(answer.kind, ""), assignment=part)
    if answer.kind == Reply.Kind.FINAL:
        move(steps.PART_REOPENED, part)
    duties.reopen(matter, sent_at, *dues.answered_by(answer.kind), assignment=part)


DECIDED_BY: dict[str, str] = {
    Reply.Kind.EXTENSION: dues.DECIDE_EXTENSION,
    Reply.Kind.DISPUTE: dues.DECIDE_DISPUTE,
}


@takes(steps.ACCEPT)
def accept(actor: Actor, answer: Reply, remark: str = "") -> Entry:
    """审核通过 of a progress reply, or a co-unit's finished part."""
    if answer.kind == Reply.Kind.FINAL:
        move(steps.PART_DONE, answer.assignment)
    return judge(steps.ACCEPT, actor, answer, remark)


@takes(steps.SEND_BACK)
def send_back(actor: Actor, answer: Reply, remark: str) -> Entry:
    """退回补报: the unit owes a better answer."""
    if answer.kind == Reply.Kind.FINAL:
        move(steps.PART_REOPENED, answer.assignment)
        duties.owe_again(answer.matter, dues.PART, answer.assignment, at=timezone.now())
    else:
        revise(answer)
    return judge(steps.SEND_BACK, actor, answer, remark)


def revise(answer: Reply) -> None:
    """The unit owes a better answer, unless it still owes one."""
    part = answer.assignment
    if not part.duties.filter(step=dues.REVISE, done_at__isnull=True).exists():
        duties.owe(answer.matter, dues.REVISE, at=timezone.now(), unit=part.unit, assignment=part)


@takes(steps.GRANT_EXTENSION)
def grant_extension(actor: Actor, answer: Reply, until: date, remark: str = "") -> Entry:
    """同意延期: the due time moves, the original stays beside it. Raises Barred where the date is not later, or farther
    than the bureau may grant."""
    matter, stands = answer.matter, timezone.localdate(answer.matter.due_at)
    if until <= stands:
        raise Barred(f"“新的时限”须晚于原时限{stands:%Y-%m-%d}。")
    extensions.require_within(answer.assignment, until)
    original, now = duties.extend(matter, until), timezone.now()
    duties.done(matter, dues.DECIDE_EXTENSION, at=now, assignment=answer.assignment)
    extensions.follow(matter, until, now)
    return judge(
        steps.GRANT_EXTENSION, actor, answer, remark, {"until": until}, until=until, original=original
    )


@takes(steps.REFUSE_EXTENSION)
def refuse_extension(actor: Actor, answer: Reply, remark: str) -> Entry:
    """不同意延期: the original date stands."""
    duties.done(answer.matter, dues.DECIDE_EXTENSION, at=timezone.now(), assignment=answer.assignment)
    return judge(steps.REFUSE_EXTENSION, actor, answer, remark)


def judge(
    step: Step, actor: Actor, answer: Reply, remark: str, changes: dict | None = None, **facts: Any
) -> Entry:
    """The verdict on the reply, with who gave it and when."""
    verdict = {"judged_by": actor.principal, "judged_at": timezone.now(), "remark": remark, **(changes or {})}
    return take(step, answer, actor, verdict, remark=remark, **facts)


def take(step: Step, answer: Reply, actor: Actor, changes: dict, **facts: Any) -> Entry:
    """The step of a reply, with the unit and the kind of reply in its line."""
    unit, kind = answer.assignment.unit.short, answer.get_kind_display()
    return steps.REPLY_FLOW.take(
        step, answer, actor, assignment=answer.assignment, changes=changes, unit=unit, kind=kind, **facts
    )
