"""One card for one instruction: who is to handle it, who has signed, who is next, what was answered — from the first day
to the last."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils import timezone

from bureau.matters.deadlines import dues
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Assignment, Duty
from bureau.matters.parts.latest import told_by_leads
from bureau.org.worktime import workdays_between
from instructions import flow
from instructions.dues import CHASE, PRESENT, PROPOSE, READ, TRANSCRIBE
from instructions.models import Instruction, Round
from reports import flow as printing
from reports.models import Bulletin

PLANNED = (flow.REGISTERED, flow.PROPOSED)
FIRST = (TRANSCRIBE, PROPOSE, dues.APPROVE, dues.SIGN, dues.FIRST_REPLY, CHASE)
LATER = (dues.COUNTERSIGN, dues.REPORT, dues.REVIEW, PRESENT, READ)
NEXT = {step: place for place, step in enumerate((*FIRST, *LATER))}
State = Assignment.State


@dataclass(frozen=True)
class Part:
    """One unit of a card: whether it leads, and when it signed."""

    unit: object
    leads: bool
    signed_at: object = None
    state: str = ""


@dataclass(frozen=True)
class Card:
    record: Instruction
    word: Round
    rounds: int
    light: str
    note: str
    parts: list[Part]
    days: int
    ended: bool
    answer: object = None
    specials: tuple = ()
    next: Duty | None = None

    @property
    def round_words(self) -> str:
        return f"第{self.rounds}轮"


def cards(leader, found) -> list[Card]:
    """As the leader reads them. The same number of queries for one and for many."""
    parts = Assignment.objects.select_related("unit")
    open_duties = Duty.objects.filter(done_at__isnull=True).select_related("holder_unit", "holder_person")
    records = list(
        found.select_related("paper", "lead_unit").prefetch_related(
            "rounds",
            "co_units",
            Prefetch("matter__assignments", parts),
            Prefetch("matter__duties", open_duties, to_attr="owed"),
        )
    )
    lights, answers, specials = Lights(), answers_of(records), specials_of(leader, records)
    return [card(one, lights, answers.get(one.pk), specials.get(one.pk, ())) for one in records]


def card(record, lights: Lights, answer, specials) -> Card:
    word = asked(record)
    end = word.closed_at or word.answered_at
    since, until = map(timezone.localdate, (word.at, end or lights.now))
    return Card(
        record=record,
        word=word,
        rounds=sum(not said.beside_the_circle for said in record.rounds.all()),
        light=lights.of(record.matter),
        note=lights.note_of(record.matter),
        parts=parts_of(record, word),
        days=workdays_between(since, until, lights.calendar),
        ended=end is not None,
        answer=answer if answer and answer.sent_at >= word.at else None,
        specials=tuple(specials),
        next=min(record.matter.owed, key=lambda duty: NEXT.get(duty.step, len(NEXT)), default=None),
    )


def asked(record) -> Round:
    """The latest word that is to be handled; where none is, the latest."""
    rounds = sorted(record.rounds.all(), key=lambda one: one.number)
    return next((one for one in reversed(rounds) if one.pursued), rounds[-1])


def parts_of(record, word) -> list[Part]:
    """As given out for this word; before that as the leader named them or the desk proposed."""
    given = [part for part in record.matter.assignments.all() if asked_for(part, word)]
    if record.state in PLANNED or not given:
        lead = [Part(record.lead_unit, True)] if record.lead_unit else []
        return lead + [Part(unit, False) for unit in record.co_units.all()]
    return [Part(one.unit, one.is_lead, one.signed_at, one.get_state_display()) for one in given]


def asked_for(part, word) -> bool:
    """Not who was released, nor who took part in an earlier round only."""
    earlier = part.signed_at and word.opened_at and part.signed_at < word.opened_at
    return part.state != State.RELEASED and not (part.state == State.DONE and earlier)


def answers_of(records) -> dict:
    """The last that the leads have said, by matter."""
    found = told_by_leads().filter(assignment__matter__in=[one.pk for one in records]).order_by("id")
    return {reply.assignment.matter_id: reply for reply in found.select_related("assignment__unit")}


def specials_of(leader, records) -> dict:
    """The 专报 that have answered them, the first round's first."""
    issued = Bulletin.objects.visible_to(leader).filter(state=printing.ISSUED, answers__in=records)
    found = defaultdict(list)
    for bulletin in issued.order_by("round"):
        found[bulletin.answers_id].append(bulletin)
    return found
