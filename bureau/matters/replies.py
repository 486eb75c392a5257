"""A reply on its way: sent, or drafted for the unit's head; then judged."""

from django.db import transaction
from django.utils import timezone

from bureau.matters import duties, steps, timeline
from bureau.matters.attaching import attach
from bureau.matters.flow import Barred, Step, move
from bureau.matters.models import Audience, Matter, Owed, Reply
from bureau.matters.policy import require
from bureau.org.posts import Post
from bureau.org.worktime import fixed

DRAFT = "{actor} 起草{kind}，待单位负责人审签"
# What a unit has done by sending a reply of this kind, besides its first answer.
SETTLES = {
    Reply.Kind.PROGRESS: (Owed.FIRST_REPLY, Owed.REVISE, Owed.NODE),
    Reply.Kind.FINAL: (Owed.FIRST_REPLY, Owed.REVISE, Owed.NODE, Owed.PART),
    Reply.Kind.EXTENSION: (),
}


def send(person, assignment, step: Step, kind: str, *, files=(), **words):
    """Write the reply; it counts at once unless the unit wants its head's countersignature. Returns the Entry."""
    drafted = needs_head(person, assignment)
    now = timezone.now()
    answer = Reply.objects.create(
        assignment=assignment,
        author=person,
        kind=kind,
        at=now,
        state=steps.DRAFTED if drafted else steps.SENT,
        sent_at=None if drafted else now,
        **words,
    )
    if drafted:
        entry = wait_for_head(person, answer)
    else:
        entry = steps.ASSIGNMENT.take(step, assignment, person, assignment=assignment, **words)
        settle(answer, now)
    attach(entry, files, reply=answer)
    return entry


def needs_head(person, assignment) -> bool:
    return assignment.unit.countersigns and not person.holds(Post.HEAD)


def wait_for_head(person, answer):
    """The draft is the unit's own affair until its head sends it."""
    assignment, kind = answer.assignment, answer.get_kind_display()
    if assignment.replies.filter(state=steps.DRAFTED).exclude(pk=answer.pk).exists():
        raise Barred("本单位已有一份反馈待负责人审签，请先处理那一份。")
    duties.owe(
        answer.matter,
        Owed.COUNTERSIGN,
        at=answer.at,
        unit=assignment.unit,
        post=Post.HEAD,
        assignment=assignment,
    )
    words = DRAFT.format(actor=person.signature, kind=kind)
    return timeline.write(
        answer.matter,
        "reply.draft",
        words,
        actor=person,
        assignment=assignment,
        audience=Audience.UNIT,
        at=answer.at,
    )


def settle(answer, now) -> None:
    """What is done and what is owed next, once a reply has been sent."""
    matter, assignment = answer.matter, answer.assignment
    duties.done(matter, *SETTLES[answer.kind], at=now, assignment=assignment)
    if answer.kind == Reply.Kind.EXTENSION:
        second = assignment.replies.filter(kind=answer.kind, state=steps.ACCEPTED).exists()
        post = Post.LEADER if second else Post.DIRECTOR
        duties.owe(matter, Owed.DECIDE_EXTENSION, at=now, post=post, assignment=assignment)


@transaction.atomic
def countersign(person, answer):
    """审签报送: the head sends what the liaison drafted."""
    require(person, steps.COUNTERSIGN, answer)
    if answer.kind == Reply.Kind.EXTENSION:
        require_in_time(answer.matter)
    now = timezone.now()
    duties.done(answer.matter, Owed.COUNTERSIGN, at=now, assignment=answer.assignment)
    if answer.kind == Reply.Kind.FINAL:
        move(steps.FINISH, answer.assignment)
    settle(answer, now)
    return take(
        steps.COUNTERSIGN, answer, person, {"countersigned_by": person, "sent_at": now}, text=answer.text
    )


def require_in_time(matter) -> None:
    """An extension counts from when the unit sends it, not from when it was drafted (facts §2.3)."""
    if timezone.now() > matter.due_at:
        raise Barred("延期须在办理时限之前申请；本事项已过时限，按原时限计算。")


@transaction.atomic
def hand_back(person, answer, remark):
    """退回修改: the head wants it written again."""
    require(person, steps.HAND_BACK, answer)
    duties.done(answer.matter, Owed.COUNTERSIGN, at=timezone.now(), assignment=answer.assignment)
    return judge(steps.HAND_BACK, person, answer, remark)


@transaction.atomic
def accept(person, answer, remark=""):
    """认可 a progress reply, or a co-unit's finished part."""
    require(person, steps.ACCEPT, answer)
    if answer.kind == Reply.Kind.FINAL:
        move(steps.PART_DONE, answer.assignment)
    return judge(steps.ACCEPT, person, answer, remark)


@transaction.atomic
def send_back(person, answer, remark):
    """退回补报: the unit owes a better answer."""
    require(person, steps.SEND_BACK, answer)
    if answer.kind == Reply.Kind.FINAL:
        move(steps.PART_REOPENED, answer.assignment)
        owe_again(answer, Owed.PART, remaining(answer.matter))
    else:
        owe_again(answer, Owed.REVISE, duties.term_of(answer.matter, Owed.FIRST_REPLY, timezone.now()))
    return judge(steps.SEND_BACK, person, answer, remark)


def owe_again(answer, step: str, due) -> None:
    """The unit owes this step once more, unless it still owes it."""
    part = answer.assignment
    if not part.duties.filter(step=step, done_at__isnull=True).exists():
        duties.owe(answer.matter, step, at=timezone.now(), unit=part.unit, assignment=part, due=due)


@transaction.atomic
def grant_extension(person, answer, until, remark=""):
    """同意延期: the due time moves, the original stays beside it."""
    require(person, steps.GRANT_EXTENSION, answer)
    matter = answer.matter
    original = timezone.localdate(matter.due_at)
    if until <= original:
        raise Barred(f"“新的时限”须晚于原时限{original:%Y-%m-%d}。")
    due = fixed(until)
    Matter.objects.filter(pk=matter.pk).update(due_at=due.due_at)
    matter.due_at = due.due_at
    for step in (Owed.REPORT, Owed.PART, Owed.NODE):
        duties.move(matter, step, due.due_at, f"经批准延期至{until:%Y-%m-%d}，原时限{original:%Y-%m-%d}。")
    duties.done(matter, Owed.DECIDE_EXTENSION, at=timezone.now(), assignment=answer.assignment)
    return judge(
        steps.GRANT_EXTENSION, person, answer, remark, {"until": until}, until=until, original=original
    )


@transaction.atomic
def refuse_extension(person, answer, remark):
    """不同意延期: the original date stands."""
    require(person, steps.REFUSE_EXTENSION, answer)
    duties.done(answer.matter, Owed.DECIDE_EXTENSION, at=timezone.now(), assignment=answer.assignment)
    return judge(steps.REFUSE_EXTENSION, person, answer, remark)


def judge(step: Step, person, answer, remark: str, changes=None, **facts):
    """The verdict on the reply, with who gave it and when."""
    verdict = {"judged_by": person, "judged_at": timezone.now(), "remark": remark, **(changes or {})}
    return take(step, answer, person, verdict, remark=remark, **facts)


def take(step: Step, answer, person, changes, **facts):
    """The step of a reply, with the unit and the kind of reply in its line."""
    unit, kind = answer.assignment.unit.short, answer.get_kind_display()
    return steps.REPLY_FLOW.take(
        step, answer, person, assignment=answer.assignment, changes=changes, unit=unit, kind=kind, **facts
    )


def remaining(matter):
    """The matter's own due time, as the reckoning of another duty; None where it has none."""
    return fixed(timezone.localdate(matter.due_at)) if matter.due_at else None
