"""What follows a paper: the unit's answer, the talk, or its withdrawal by a bureau leader."""

from django.utils import timezone

from bureau.matters.deadlines import duties
from bureau.matters.lineage import changing
from bureau.matters.lineage.nodes import Key
from bureau.matters.models import Duty
from bureau.matters.parts.attaching import attach
from bureau.matters.policy import takes
from bureau.urging import flow
from bureau.urging.actions.issuing import at_unit, drop_answer
from bureau.urging.dues import ANSWER
from bureau.urging.lineage import KIND


@takes(flow.ANSWER)
def answer(actor, paper, text, files=()):
    """书面回复 of the unit; in time when it came before the paper's date, or before the date that this moved to."""
    now = timezone.now()
    changes = {
        "answer": text,
        "answered_by": actor.principal,
        "answered_at": now,
        "in_time": in_time(paper, now),
    }
    entry = take(flow.ANSWER, paper, actor, changes, text=text)
    attach(entry, files)
    if not part_waits(paper):
        duties.done(paper.matter, ANSWER, at=now, assignment=paper.assignment)
    return entry


@takes(flow.TAKE_BACK_ANSWER)
def take_back_answer(actor, paper):
    """撤回回复: the unit owes its answer again, by the same date."""
    entry = take(flow.TAKE_BACK_ANSWER, paper, actor, UNANSWERED)
    for owed in Duty.objects.filter(
        pk=paper.owed_id, done_at__isnull=False
    ):  # else another paper waits for it
        duties.owe_still(owed, paper.assignment)
    return entry


UNANSWERED = {"answer": "", "answered_by": None, "answered_at": None, "in_time": None}


def in_time(paper, now) -> bool:
    """Without a date there is no lateness; a matter that stood still moved the duty's date, never the paper's."""
    if paper.answer_due_at is None or now <= paper.answer_due_at:
        return True
    return paper.assignment.duties.filter(step=ANSWER, done_at__isnull=True, due_at__gte=now).exists()


@takes(flow.RECORD_TALK)
def record_talk(actor, paper, text):
    """登记约谈记录."""
    return take(flow.RECORD_TALK, paper, actor, {"talk_record": text}, text=text)


@takes(flow.WITHDRAW)
def withdraw(actor, paper, reason):
    """撤回: the number stays, void; no answer is owed for it any more."""
    entry = take(flow.WITHDRAW, paper, actor, {"withdrawn_because": reason}, reason=reason)
    words = f"{paper.number}已撤回：{reason}"
    changing.upset(paper.matter, changing.What.WITHDRAWN, words, entry.at, of=Key(KIND, paper.pk))
    changing.settle_at(Key(KIND, paper.pk), actor.principal, f"文书已撤回：{reason}", entry.at)
    if not part_waits(paper):
        drop_answer(paper.assignment, timezone.now())
    return entry


def part_waits(paper) -> bool:
    """Whether another paper to this unit on this matter still waits for its answer."""
    return paper.assignment.urgings.waiting().exclude(pk=paper.pk).exists()


def take(step, paper, person, changes, **facts):
    return flow.FLOW.take(
        step, paper, person, changes=changes, **at_unit(paper), number=paper.number, **facts
    )
