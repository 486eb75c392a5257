"""The answer to the leader, and the leader's word on it: closed, or a new round."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters import cover, timeline
from bureau.matters.deadlines import duties
from bureau.matters.flow import Step, bound_to
from bureau.matters.models import Entry, Matter, Tiding
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from instructions import flow
from instructions.actions.registering import index, owe_next
from instructions.actions.words import NOBODY, Plan, Word, change_round, new_round
from instructions.before import Before
from instructions.dues import PRESENT, READ, TRANSCRIBE
from instructions.models import Instruction, Meaning, Origin, Round, Shown
from instructions.secrets import bring

ENDED = "instructions.end"  # the line by which units hear of it
UNFINISHED = {"finished_at": None, "closed_at": None, "due_at": None}


@bound_to(flow.PRESENT)
@transaction.atomic
def present(instruction: Instruction, report: str, at: datetime) -> Entry:
    """呈报: the 专报 has been issued and delivered. The leader owes a word; where the leader has no account, the
    officer owes the record of it."""
    cover.queue(instruction.matter)
    matter, asked = instruction.matter, instruction.round
    entry = flow.FLOW.take(flow.PRESENT, instruction, None, at=at, report=report, leader=asked.leader_name)
    duties.done(matter, PRESENT, at=at)
    duties.owe(matter, READ, at=at, person=matter.leader or matter.officer)
    change_round(instruction, asked, answered_at=at)
    return entry


@takes(flow.NOTE)
def note(
    leader: Actor,
    instruction: Instruction,
    opinion: str = "",
    positive: bool = False,
    files: Sequence[Kept] = (),
    origin: str = Origin.TYPED,
) -> Entry:
    """圈阅: read, nothing new asked for; the matter is closed. A favourable word is kept as one."""
    said = word_of(instruction, leader.name, opinion, positive, origin)
    return end(flow.NOTE, leader, instruction, said, files)


@takes(flow.NOTE_FOR)
def note_for(
    actor: Actor,
    instruction: Instruction,
    opinion: str = "",
    positive: bool = False,
    files: Sequence[Kept] = (),
) -> Entry:
    """记录阅批结果 of a leader who reads on paper."""
    name = instruction.round.leader_name
    said = word_of(instruction, name, opinion, positive, Origin.PAPER)
    return end(flow.NOTE_FOR, actor, instruction, said, files, leader=name)


def word_of(instruction: Instruction, name: str, opinion: str, positive: bool, origin: str) -> Word | None:
    """What was said beside the circle; None where nothing was. Raises Barred where it is called favourable and says
    nothing."""
    if positive and not opinion and origin != Origin.INK:
        raise Barred("勾选了“肯定性批示”，请在“批示意见”里写明原话。")
    if not opinion and origin != Origin.INK:
        return None
    asked = instruction.round
    return Word(
        leader_name=name,
        leader=asked.leader,
        level=asked.level,
        words=opinion,
        date=timezone.localdate(),
        meaning=Meaning.KNOW,
        positive=positive,
        wants_answer=False,
        origin=origin,
    )


def end(
    step: Step,
    person: Actor,
    instruction: Instruction,
    said: Word | None,
    files: Sequence[Kept],
    **facts: Any,
) -> Entry:
    """Nothing is owed any more, but that ink is put into letters."""
    now, matter, asked = timezone.now(), instruction.matter, instruction.round
    duties.done(matter, READ, at=now)
    duties.drop(matter, at=now)
    change_round(instruction, asked, closed_at=now)
    if said:
        new_round(instruction, said, asked.number + 1, now)
        change_round(instruction, instruction.round, closed_at=now)
        index(instruction)
    if instruction.unread:
        duties.owe(matter, TRANSCRIBE, at=now, person=matter.officer)
    opinion = instruction.round.words if said else ""
    entry = flow.FLOW.take(
        step, instruction, person, at=now, cover_changes={"closed_at": now}, opinion=opinion, **facts
    )
    bring(entry, files)
    if matter.assignments.exists():
        tell_units(matter, now)
    return entry


def tell_units(matter: Matter, now: datetime) -> None:
    """That it has ended, without what was said."""
    Tiding.objects.create(entry=timeline.write(matter, ENDED, "批示领导已阅批，本件办结", at=now))


@takes(flow.AGAIN)
def again(
    actor: Actor, instruction: Instruction, word: Word, plan: Plan = NOBODY, files: Sequence[Kept] = ()
) -> Entry:
    """新的批示: the next round of the same matter, with its own handling, its own duties and its own clock. Raises
    Barred where it asks for nothing."""
    if word.meaning in (Meaning.KNOW, Meaning.STUDY):
        raise Barred("只阅知、没有新要求的，请用“圈阅”；“新的批示”是要继续办理的。")
    now, matter, number = timezone.now(), instruction.matter, instruction.round.number + 1
    before = Before.now(instruction)
    Round.objects.filter(pk=instruction.round.pk, closed_at=None).update(closed_at=now)
    new_round(instruction, word, number, now, before.as_json())
    duties.done(matter, READ, at=now)
    duties.drop(matter, at=now)
    entry = flow.FLOW.take(
        flow.AGAIN,
        instruction,
        actor,
        at=now,
        changes=fresh(plan),
        cover_changes={"leader": word.leader or matter.leader, **UNFINISHED},
        round=number,
        words=instruction.round.words,
    )
    instruction.co_units.set(unit for unit in plan.co if unit != plan.lead)
    bring(entry, files)
    index(instruction)
    owe_next(instruction, now)
    return entry


def fresh(plan: Plan) -> dict:
    """The handling begins anew, from what the leader named; nothing of the last proposal is left."""
    return {
        "self_handled": False,
        "lead_unit": plan.lead,
        "due": plan.due,
        "shown": Shown.SUMMARY,
        "summary": "",
        "asked": "",
        "opinion": "",
        "proposed_by": None,
        "result": "",
        "result_by": None,
    }
