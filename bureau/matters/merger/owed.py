"""What hangs on two parts that become one: replies that wait, and duties that are open."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from bureau.matters.deadlines import dues
from bureau.matters.flow import move
from bureau.matters.inside.passing import move_tasks
from bureau.matters.models import Assignment, Duty, Reply
from bureau.matters.parts import states, steps

ONE_REPORT = "两家单位已合并，承担的任务合为一项，由合并后的单位一并报送。"


def settle_replies(part: Assignment, there: Assignment, state: str, leads: bool, at: datetime) -> None:
    """What waits for a verdict, or for the head, goes along. A co-unit's report of its own part answers nothing any
    more where the joint part goes on, and would be taken for the completion report where it leads."""
    keeps = there if there.state == states.REPORTED else part
    for one in (part, there):
        if not one.is_lead and (state != states.REPORTED or one is not keeps):
            for reply in finals(one, states.SENT):
                move(steps.ACCEPT, reply, judged_at=at, remark=ONE_REPORT)
        if leads and not one.is_lead:
            hand_back(finals(one, states.DRAFTED), at)
    if drafts(there).exists():  # a unit has one draft at a time before its head
        hand_back(drafts(part), at)
    settle_disputes(part, there, leads, at)
    if part.is_lead:  # what the other one disputed was another time that it led
        there.replies.filter(kind=Reply.Kind.DISPUTE).update(past=True)
    part.replies.filter(state__in=[states.DRAFTED, states.SENT]).update(assignment=there)


def settle_disputes(part: Assignment, there: Assignment, leads: bool, at: datetime) -> None:
    """What a co-unit handed back is no question any more where the joint part leads; of two co-units that handed back,
    one is heard."""
    spoke = there.replies.filter(kind=Reply.Kind.DISPUTE, past=False).exclude(state=states.WITHDRAWN)
    moot = [one for one in (part, there) if not one.is_lead] if leads else [part] * spoke.exists()
    for one in moot:
        waiting = one.replies.filter(kind=Reply.Kind.DISPUTE)
        hand_back(waiting.filter(state=states.DRAFTED), at)
        for reply in waiting.filter(state=states.SENT):
            move(steps.UPHOLD, reply, judged_at=at, remark=ONE_REPORT)


def finals(part: Assignment, state: str) -> QuerySet[Reply]:
    return part.replies.filter(kind=Reply.Kind.FINAL, state=state)


def drafts(part: Assignment) -> QuerySet[Reply]:
    return part.replies.filter(state=states.DRAFTED)


def hand_back(replies: Iterable[Reply], at: datetime) -> None:
    for reply in replies:
        move(steps.HAND_BACK, reply, judged_at=at, remark=ONE_REPORT)


def settle_duties(part: Assignment, there: Assignment, state: str, leads: bool, at: datetime) -> None:
    """What is open goes along; of what both owe, the earlier. The answer to a paper stays with the part that the paper
    was issued to."""
    move_tasks(part, there)
    drop(open_duties(part, there).filter(step__in=moot(there, state, leads)), at)
    rivals = {duty.step: duty for duty in open_duties(there).filter(each=False)}
    for duty in open_duties(part).exclude(step__in=dues.having(stays=True)):
        keep_earlier(duty, rivals.get(duty.step), there, at)


def keep_earlier(duty: Duty, rival: Duty | None, there: Assignment, at: datetime) -> None:
    """One of the two goes on with the joint part; those who owed the other are told of it."""
    kept, dropped = (duty, rival) if rival is None or earlier(duty, rival) else (rival, duty)
    if dropped:
        drop(Duty.objects.filter(pk=dropped.pk), at)
    Duty.objects.filter(pk=kept.pk).update(assignment=there)
    if kept is rival:
        Duty.objects.filter(pk=kept.pk).update(told_at=None, rung=0)


def moot(there: Assignment, state: str, leads: bool) -> list[str]:
    """Steps that neither owes any more."""
    signed, drafted = state != states.PENDING, drafts(there).exists()
    disputed = there.replies.filter(kind=Reply.Kind.DISPUTE, state=states.SENT).exists()
    over = {
        dues.SIGN: signed,
        dues.PART: leads,
        dues.COUNTERSIGN: not drafted,
        dues.DECIDE_DISPUTE: not disputed,
    }
    return [step for step, holds in over.items() if holds]


def open_duties(*parts: Assignment) -> QuerySet[Duty]:
    return Duty.objects.filter(assignment__in=parts, done_at=None)


def earlier(duty: Duty, rival: Duty) -> bool:
    """No date is later than any."""
    return duty.due_at is not None and (rival.due_at is None or duty.due_at < rival.due_at)


def drop(duties: QuerySet[Duty], at: datetime) -> None:
    duties.update(done_at=at, stopped_at=None, dropped=True)
