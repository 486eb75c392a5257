"""How an instruction is answered to its leader, round by round."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import QuerySet

from bureau.matters.answering import Answering
from bureau.matters.models import Matter
from instructions import actions, flow, states
from instructions.answers import facts, wording
from instructions.models import Instruction


def awaited() -> QuerySet:
    return Instruction.objects.filter(state=states.ACCEPTED).values("pk")


def round_of(matter: Matter) -> int:
    return record_of(matter).round.number


def leader_of(instruction: Instruction, number: int) -> str:
    return instruction.rounds.get(number=number).leader_name


def present(matter: Matter, report: str, at: datetime) -> object:
    return actions.present(record_of(matter), report, at)


def record_of(matter: Matter) -> Instruction:
    return Instruction.objects.select_related("matter", "paper").get(pk=matter.pk)


def by_cover(said: Callable) -> Callable:
    """What is said of an instruction and one of its rounds, asked of its cover."""
    return lambda matter, number: said(record_of(matter), number)


ANSWERS = Answering(
    awaited=awaited,
    round=round_of,
    leader=by_cover(leader_of),
    title=by_cover(wording.title),
    compose=by_cover(wording.compose),
    facts=by_cover(facts.rows),
    present=present,
    taken_back=(flow.WITHDRAW.key, flow.WITHDRAW_AGAIN.key),
)
