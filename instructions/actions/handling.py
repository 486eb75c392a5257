"""The result, handed in by the lead or by the bureau itself, and the verdict on it."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from bureau.files.store import Kept
from bureau.matters.deadlines import dues, duties
from bureau.matters.models import Entry
from bureau.matters.parts.attaching import attach
from bureau.matters.parts.results import result_verbs, settle
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.posts import Post
from instructions import flow
from instructions.actions.words import change_round
from instructions.dues import PRESENT
from instructions.models import Instruction

draft_report, report, countersign_report, send_back, take_back_report = result_verbs(flow.FLOW, flow.RESULT)


@takes(flow.SELF_REPORT)
def self_report(actor: Actor, instruction: Instruction, text: str, files: Sequence[Kept] = ()) -> Entry:
    """提交自办结果: what the bureau found and did itself; somebody else verifies it."""
    now, matter = timezone.now(), instruction.matter
    duties.done(matter, dues.REPORT, at=now)
    duties.owe(matter, dues.REVIEW, at=now, post=Post.DIRECTOR)
    entry = flow.FLOW.take(
        flow.SELF_REPORT,
        instruction,
        actor,
        at=now,
        changes={"result": text, "result_by": actor.principal},
        cover_changes={"finished_at": now},
        text=text,
    )
    attach(entry, files)
    return entry


@takes(flow.TAKE_BACK_SELF)
def take_back_self(actor: Actor, instruction: Instruction) -> Entry:
    """撤回: the officer owes the result again, by the same date."""
    now, matter = timezone.now(), instruction.matter
    duties.drop(matter, now, dues.REVIEW)
    duties.owe_again(matter, dues.REPORT, None, at=now, person=matter.officer)
    return flow.FLOW.take(
        flow.TAKE_BACK_SELF,
        instruction,
        actor,
        changes={"result": "", "result_by": None},
        cover_changes={"finished_at": None},
    )


@takes(flow.SELF_RETURN)
def self_return(actor: Actor, instruction: Instruction, reason: str) -> Entry:
    """退回重办: the officer owes a better result, by the same date."""
    now, matter = timezone.now(), instruction.matter
    duties.done(matter, dues.REVIEW, at=now)
    duties.owe_again(matter, dues.REPORT, None, at=now, person=matter.officer)
    cover = {"finished_at": None}
    return flow.FLOW.take(flow.SELF_RETURN, instruction, actor, cover_changes=cover, reason=reason)


@takes(flow.ACCEPT)
def accept(actor: Actor, instruction: Instruction, remark: str = "") -> Entry:
    """审核通过: the officer owes the leader's answer, a 专报."""
    now, matter = timezone.now(), instruction.matter
    conclude(actor, instruction, remark, now)
    duties.owe(matter, PRESENT, at=now, person=matter.officer)
    return flow.FLOW.take(flow.ACCEPT, instruction, actor, at=now, remark=remark)


@takes(flow.CLOSE)
def close(actor: Actor, instruction: Instruction, remark: str = "") -> Entry:
    """审核通过并办结: the leader wanted no answer."""
    now = timezone.now()
    conclude(actor, instruction, remark, now, closed_at=now)
    return flow.FLOW.take(
        flow.CLOSE, instruction, actor, at=now, cover_changes={"closed_at": now}, remark=remark
    )


def conclude(
    person: Actor, instruction: Instruction, remark: str, now: datetime, **dates: datetime | None
) -> None:
    """The result stands; it counts as finished when it was sent, not when we got round to it."""
    matter = instruction.matter
    if instruction.self_handled:
        duties.done(matter, dues.REVIEW, at=now)
        duties.drop(matter, at=now)
    else:
        settle(person, instruction, remark, now)
    dates |= {"due_at": matter.due_at, "finished_at": matter.finished_at}  # the date as it stood in the end
    change_round(instruction, instruction.round, **dates)
