"""Two parts of one matter become one, because their units did. Nothing is owed twice, and nothing by nobody.

The old part ends and keeps what was judged; what is open goes to the successor's part.
"""

from dataclasses import replace

from django.db.models.functions import Greatest

from bureau.matters import steps
from bureau.matters.flow import Step, move
from bureau.matters.models import Assignment, Duty, Owed, Reply

# Comes along with the line of the merger; into which state is up to both parts.
MERGED = Step(
    "assignment.merged",
    "机构合并",
    frm=(steps.PENDING, steps.WORKING, steps.REPORTED, steps.DONE),
    to=steps.DONE,
    sentence="",
)
ENDED = (steps.REPORTED, steps.DONE)
ONE_REPORT = "两家单位已合并，承担的任务合为一项，由合并后的单位一并报送。"


def fuse(part, there, at) -> str:
    """`part` ends in `there`, the part of its unit's successor; the lead's role wins. Returns how, in words."""
    if part.state == steps.PLANNED:
        return fuse_planned(part, there)
    state, role = joint_state(part, there), joint_role(part, there)
    leads, brings = role == "lead", part.is_lead
    settle_replies(part, there, state, leads, at)
    settle_duties(part, there, state, leads, at)
    move(MERGED, part, role="co")  # before the other leads: one lead at a time
    Assignment.objects.filter(pk=there.pk).update(version=Greatest("version", part.version))
    words = {"role": role, "asked": joint_words(part, there), "signed_at": there.signed_at or part.signed_at}
    move(replace(MERGED, to=state), there, **words)
    return told(there, brings)


def fuse_planned(part, there) -> str:
    """Before dispatch nothing hangs on it."""
    role, brings = joint_role(part, there), part.is_lead
    Assignment.objects.filter(pk=part.pk).delete()
    Assignment.objects.filter(pk=there.pk).update(role=role, asked=joint_words(part, there))
    return told(there, brings)


def told(there, brings_lead: bool) -> str:
    leads = f"，由{there.unit.short}牵头" if brings_lead else ""
    return f"，两家的任务合为一项{leads}"


def joint_role(part, there) -> str:
    return "lead" if part.is_lead or there.is_lead else "co"


def joint_state(part, there) -> str:
    """Signed for by one is signed for; what one has not finished is not finished."""
    states = {part.state, there.state}
    if len(states) == 1:
        return part.state
    return steps.REPORTED if states.issubset(ENDED) else steps.WORKING


def joint_words(part, there) -> str:
    """What both were asked, as far as it fits."""
    asked = "；".join(dict.fromkeys(filter(None, [there.asked, part.asked])))
    return asked[: Assignment._meta.get_field("asked").max_length]


def settle_replies(part, there, state: str, leads: bool, at) -> None:
    """What waits for a verdict, or for the head, goes along. A co-unit's report of its own part answers nothing any
    more where the joint part goes on, and would be taken for the completion report where it leads."""
    keeps = there if there.state == steps.REPORTED else part
    for one in (part, there):
        if not one.is_lead and (state != steps.REPORTED or one is not keeps):
            for reply in finals(one, steps.SENT):
                move(steps.ACCEPT, reply, judged_at=at, remark=ONE_REPORT)
        if leads and not one.is_lead:
            hand_back(finals(one, steps.DRAFTED), at)
    if drafts(there).exists():  # a unit has one draft at a time before its head
        hand_back(drafts(part), at)
    part.replies.filter(state__in=[steps.DRAFTED, steps.SENT]).update(assignment=there)


def finals(part, state: str):
    return part.replies.filter(kind=Reply.Kind.FINAL, state=state)


def drafts(part):
    return part.replies.filter(state=steps.DRAFTED)


def hand_back(replies, at) -> None:
    for reply in replies:
        move(steps.HAND_BACK, reply, judged_at=at, remark=ONE_REPORT)


def settle_duties(part, there, state: str, leads: bool, at) -> None:
    """What is open goes along; of what both owe, the earlier. The answer to a paper stays with the part that the paper
    was issued to."""
    drop(open_duties(part, there).filter(step__in=moot(there, state, leads)), at)
    rivals = {duty.step: duty for duty in open_duties(there)}
    for duty in open_duties(part).exclude(step=Owed.ANSWER):
        rival = rivals.get(duty.step)
        if rival and not earlier(duty, rival):
            drop(Duty.objects.filter(pk=duty.pk), at)
            Duty.objects.filter(pk=rival.pk).update(
                told_at=None, rung=0
            )  # to those who owed the later one, too
            continue
        if rival:
            drop(Duty.objects.filter(pk=rival.pk), at)
        Duty.objects.filter(pk=duty.pk).update(assignment=there)


def moot(there, state: str, leads: bool) -> list[str]:
    """Steps that neither owes any more."""
    signed, drafted = state != steps.PENDING, drafts(there).exists()
    over = {Owed.SIGN: signed, Owed.PART: leads, Owed.COUNTERSIGN: not drafted}
    return [step for step, holds in over.items() if holds]


def open_duties(*parts):
    return Duty.objects.filter(assignment__in=parts, done_at=None)


def earlier(duty, rival) -> bool:
    """No date is later than any."""
    return duty.due_at is not None and (rival.due_at is None or duty.due_at < rival.due_at)


def drop(duties, at) -> None:
    duties.update(done_at=at, stopped_at=None, dropped=True)
