"""The result, handed in by the lead or by the bureau itself, and the verdict on it."""

from datetime import datetime

from django.utils import timezone

from bureau.matters.deadlines import dues, duties
from bureau.matters.models import Entry
from bureau.matters.parts.own_results import own_verbs
from bureau.matters.parts.results import result_verbs, settle
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from instructions import flow
from instructions.actions.words import change_round
from instructions.dues import PRESENT
from instructions.models import Instruction

draft_report, report, countersign_report, send_back, take_back_report = result_verbs(flow.FLOW, flow.RESULT)
self_report, take_back_self, self_return = own_verbs(flow.FLOW, flow.OWN)


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
