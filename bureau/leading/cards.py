"""One card for one instruction: who is to handle it, who has signed, who is next, what was answered — from the first day
to the last."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch, Q, Subquery
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
AT_THE_BUREAU = (TRANSCRIBE, PROPOSE, dues.APPROVE, dues.REVIEW, PRESENT)  # the bureau's own steps
SAID = {"unit": "assignment__unit__short", "text": "text", "sent_at": "sent_at"}  # of an Answer
NEXT = {step: place for place, step in enumerate((*FIRST, *LATER))}
State = Assignment.State


@dataclass(frozen=True)
class Part:
    """One unit of a card, by its short name: whether it leads, and when it signed."""

    unit: str
    leads: bool
    signed_at: object = None
    state: str = ""


@dataclass(frozen=True)
class Answer:
    """The last that a lead has said."""

    unit: str
    text: str
    sent_at: datetime


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
    answer: Answer | None = None
    specials: tuple = ()
    next: Duty | None = None
    behind: Duty | None = None  # what the bureau itself is late with

    @property
    def round_words(self) -> str:
        return f"第{self.rounds}轮"

    @property
    def all_signed(self) -> bool:
        return all(part.signed_at for part in self.parts)


def cards(leader, found) -> list[Card]:
    """As the leader reads them. The same number of queries for one and for many."""
    records = list(with_all(found))
    specials = Bulletin.objects.visible_to(leader).filter(answering(records))
    return cards_of(records, specials if records else [], Lights())


def with_all(found):
    """Instructions with everything that a card says but the 专报. Four queries."""
    parts = Assignment.objects.select_related("unit")
    open_duties = Duty.objects.filter(done_at__isnull=True).select_related("holder_unit", "holder_person")
    co = Instruction.co_units.through.objects.filter(instruction=OuterRef("pk"))
    last = told_by_leads().filter(assignment__matter=OuterRef("pk"))
    return (
        found.select_related("paper", "lead_unit")
        .annotate(
            co_shorts=ArraySubquery(co.order_by("unit__order", "unit").values("unit__short")),
            **{f"said_{name}": Subquery(last.values(column)[:1]) for name, column in SAID.items()},
        )
        .prefetch_related(
            "rounds",
            Prefetch("matter__assignments", parts),
            Prefetch("matter__duties", open_duties, to_attr="owed"),
        )
    )


def answering(records) -> Q:
    """Of bulletins: the 专报 that have answered these instructions."""
    return Q(state=printing.ISSUED, answers__in=[one.pk for one in records])


def cards_of(records, bulletins, lights: Lights) -> list[Card]:
    """Of instructions `with_all`; `bulletins`: those that are `answering` them, the first round's first."""
    specials = defaultdict(list)
    for bulletin in sorted(bulletins, key=lambda one: one.round or 0):
        specials[bulletin.answers_id].append(bulletin)
    return [card(one, lights, specials[one.pk]) for one in records]


def card(record, lights: Lights, specials) -> Card:
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
        answer=answer_to(record, word),
        specials=tuple(specials),
        next=min(record.matter.owed, key=lambda duty: NEXT.get(duty.step, len(NEXT)), default=None),
        behind=late_at_the_bureau(record.matter.owed, lights),
    )


def late_at_the_bureau(owed, lights: Lights) -> Duty | None:
    """What the bureau should have done by now, the longest overdue first; it carries its `note`."""
    late = (one for one in owed if one.step in AT_THE_BUREAU and not one.stopped_at)
    found = next((one for one in late if lights.of_duty(one) == "red"), None)
    if found:
        found.note = lights.note(found.due_at)
    return found


def asked(record) -> Round:
    """The latest word that is to be handled; where none is, the latest."""
    rounds = sorted(record.rounds.all(), key=lambda one: one.number)
    return next((one for one in reversed(rounds) if one.pursued), rounds[-1])


def parts_of(record, word) -> list[Part]:
    """As given out for this word; before that as the leader named them or the desk proposed."""
    given = [part for part in record.matter.assignments.all() if asked_for(part, word)]
    if record.state in PLANNED or not given:
        lead = [Part(record.lead_unit.short, True)] if record.lead_unit else []
        return lead + [Part(unit, False) for unit in record.co_shorts]
    return [Part(one.unit.short, one.is_lead, one.signed_at, one.get_state_display()) for one in given]


def asked_for(part, word) -> bool:
    """Not who was released, nor who took part in an earlier round only."""
    earlier = part.signed_at and word.opened_at and part.signed_at < word.opened_at
    return part.state != State.RELEASED and not (part.state == State.DONE and earlier)


def answer_to(record, word) -> Answer | None:
    """The last that a lead has said, if it was said on this word."""
    answer = Answer(*(getattr(record, f"said_{name}") for name in SAID))
    return answer if answer.sent_at and answer.sent_at >= word.at else None
