"""The result, handed in by the lead or by the bureau itself, and the verdict on it."""

from django.db import transaction
from django.utils import timezone

from bureau.matters.deadlines import dues, duties
from bureau.matters.parts.attaching import attach
from bureau.matters.parts.results import Results, settle
from bureau.matters.policy import require
from bureau.org.posts import Post
from instructions import flow
from instructions.actions.words import forget_rounds
from instructions.dues import PRESENT
from instructions.models import Round

RESULTS = Results(flow.FLOW, flow.RESULT)
draft_report, report, countersign_report = RESULTS.draft, RESULTS.report, RESULTS.countersign
send_back = RESULTS.send_back


@transaction.atomic
def self_report(person, instruction, text, files=()):
    """提交自办结果: what the bureau found and did itself; somebody else verifies it."""
    require(person, flow.SELF_REPORT, instruction)
    now, matter = timezone.now(), instruction.matter
    duties.done(matter, dues.REPORT, at=now)
    duties.owe(matter, dues.REVIEW, at=now, post=Post.DIRECTOR)
    entry = flow.FLOW.take(
        flow.SELF_REPORT,
        instruction,
        person,
        at=now,
        changes={"result": text, "result_by": person},
        cover_changes={"finished_at": now},
        text=text,
    )
    attach(entry, files)
    return entry


@transaction.atomic
def self_return(person, instruction, reason):
    """退回重办: the officer owes a better result, by the same date."""
    require(person, flow.SELF_RETURN, instruction)
    now, matter = timezone.now(), instruction.matter
    duties.done(matter, dues.REVIEW, at=now)
    duties.owe_again(matter, dues.REPORT, None, at=now, person=matter.officer)
    cover = {"finished_at": None}
    return flow.FLOW.take(flow.SELF_RETURN, instruction, person, cover_changes=cover, reason=reason)


@transaction.atomic
def accept(person, instruction, remark=""):
    """审核通过: the officer owes the leader's answer, a 专报."""
    require(person, flow.ACCEPT, instruction)
    now, matter = timezone.now(), instruction.matter
    conclude(person, instruction, remark, now)
    duties.owe(matter, PRESENT, at=now, person=matter.officer)
    return flow.FLOW.take(flow.ACCEPT, instruction, person, at=now, remark=remark)


@transaction.atomic
def close(person, instruction, remark=""):
    """审核通过并办结: the leader wanted no answer."""
    require(person, flow.CLOSE, instruction)
    now = timezone.now()
    conclude(person, instruction, remark, now, closed_at=now)
    return flow.FLOW.take(
        flow.CLOSE, instruction, person, at=now, cover_changes={"closed_at": now}, remark=remark
    )


def conclude(person, instruction, remark: str, now, **dates) -> None:
    """The result stands; it counts as finished when it was sent, not when we got round to it."""
    matter = instruction.matter
    if instruction.self_handled:
        duties.done(matter, dues.REVIEW, at=now)
        duties.drop(matter, at=now)
    else:
        settle(person, instruction, remark, now)
    dates |= {"due_at": matter.due_at, "finished_at": matter.finished_at}  # the date as it stood in the end
    Round.objects.filter(pk=instruction.round.pk).update(**dates)
    forget_rounds(instruction)
