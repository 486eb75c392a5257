"""A leader's word is the leader's again until somebody acted on it: what it began ends, and what stood before stands."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from bureau.matters import timeline
from bureau.matters.deadlines import duties
from bureau.matters.lineage import changing
from bureau.matters.models import Entry, Matter, Tiding
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from instructions import flow
from instructions.actions.answering import ENDED
from instructions.actions.registering import index
from instructions.actions.words import change_round, forget_rounds
from instructions.before import Before
from instructions.dues import READ, TRANSCRIBE
from instructions.models import Instruction, Round

GOES_ON = "instructions.goes_on"


@takes(flow.WITHDRAW)
def withdraw(actor: Actor, instruction: Instruction) -> Entry:
    """撤回批示 that began the matter: nothing is owed for it, and its number stays, void."""
    duties.drop(instruction.matter, at=timezone.now())
    return flow.FLOW.take(flow.WITHDRAW, instruction, actor, round=instruction.round.number)


@takes(flow.WITHDRAW_AGAIN)
def withdraw_again(actor: Actor, instruction: Instruction) -> Entry:
    """撤回新的批示: the matter is as it was before; a word that was waited for is waited for again."""
    now, said = timezone.now(), instruction.round
    before = Before.of(said)
    set_aside(instruction, [said.pk], now)
    duties.drop(instruction.matter, at=now)
    duties.reopen(instruction.matter, said.at, READ)
    Round.objects.filter(instruction=instruction.pk, closed_at=said.at).update(closed_at=None)
    entry = flow.FLOW.take(
        flow.WITHDRAW_AGAIN,
        instruction,
        actor,
        changes=before.columns(),
        cover_changes=before.cover(),
        round=said.number,
    )
    instruction.co_units.set(before.co)
    words = f"{instruction.matter.number}第{said.number}轮批示已撤回"
    changing.upset(instruction.matter, changing.What.WITHDRAWN, words, now)
    index(instruction)
    if instruction.unread:
        duties.owe(instruction.matter, TRANSCRIBE, at=now, person=instruction.matter.officer)
    return entry


@takes(flow.TAKE_BACK_NOTE)
def take_back_note(actor: Actor, instruction: Instruction) -> Entry:
    """撤回阅批: the answer lies before the leader again, and what was said beside the circle was not said."""
    now, matter = timezone.now(), instruction.matter
    ended_at: Any = matter.closed_at
    beside = [one.pk for one in instruction.rounds.all() if one.beside_the_circle and one.at == ended_at]
    set_aside(instruction, beside, now)
    change_round(instruction, instruction.round, closed_at=None)
    duties.drop(matter, now, TRANSCRIBE)
    duties.reopen(matter, ended_at, READ)
    index(instruction)
    entry = flow.FLOW.take(flow.TAKE_BACK_NOTE, instruction, actor, cover_changes={"closed_at": None})
    if matter.assignments.exists():
        tell_units(matter, now)
    return entry


def set_aside(instruction: Instruction, rounds: list[int], now: datetime) -> None:
    Round.objects.filter(pk__in=rounds).update(withdrawn_at=now)
    forget_rounds(instruction)


def tell_units(matter: Matter, now: datetime) -> None:
    """That it goes on; those who have not been told that it ended are not told that."""
    untold = Tiding.objects.filter(entry__matter=matter, entry__step=ENDED, told_at=None)
    if untold.update(told_at=now):
        return
    words = "批示领导撤回了阅批，本件尚未办结"
    Tiding.objects.create(entry=timeline.write(matter, GOES_ON, words, at=now))
