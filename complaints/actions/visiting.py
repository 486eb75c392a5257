"""走访、座谈会: registered with what was raised; each question goes one way, once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import numbers, rooms
from bureau.matters.beginning import Begun
from bureau.matters.models import Matter
from bureau.org.actor import Actor
from bureau.org.models import Person, Unit
from complaints.actions.registering import Received, Told, register
from complaints.models import Channel, Complaint, IdentityMode, Question, Visit
from complaints.policy import require_desk

SERIES = "优谈"
TAKEN = "这个问题已经处理过了，请看最新情况。"


@transaction.atomic
def register_visit(
    person: Person,
    kind: str,
    held_on: date,
    place: str,
    went: str,
    count: int,
    questions: Sequence[str],
    enterprises: str = "",
) -> Visit:
    """登记一次走访或座谈会. Raises Refused, Barred where the date cannot be."""
    require_desk(person)
    now = timezone.now()
    if held_on > timezone.localdate(now):
        raise Barred("“日期”不能晚于今天。", field="held_on")
    visit = Visit.objects.create(
        number=numbers.take(SERIES, now),
        kind=kind,
        held_on=held_on,
        place=place,
        went=went,
        count=count,
        enterprises=enterprises,
        registered_by=person,
        registered_at=now,
    )
    Question.objects.bulk_create(
        Question(visit=visit, place=ordinal, words=words) for ordinal, words in enumerate(questions, 1)
    )
    return visit


@transaction.atomic
def answer_question(person: Person, question: Question, answer: str) -> Question:
    """当场答复."""
    found = opened(person, question)
    found.answer = answer
    found.save(update_fields=["answer"])
    return found


@transaction.atomic
def complain(person: Person, question: Question, told: Told) -> Complaint:
    """转为投诉, received on the day it was raised; of who raised it nothing is kept."""
    found = opened(person, question)
    received = Received(Channel.MEETING, raised_at(found.visit), late_reason=f"{found.visit}上反映")
    made = register(person, received, replace(told, identity_mode=IdentityMode.ANONYMOUS))
    found.complaint = made
    found.save(update_fields=["complaint"])
    return made


@transaction.atomic
def supervise_question(person: Person, question: Question, kind: str, lead: Unit, title: str) -> Matter:
    """转为督查: begun in that room. Raises Refused to who does not sit there, Barred where it begins none."""
    found = opened(person, question)
    begins = rooms.room_of(kind).begins
    if begins is None:
        raise Barred("不能立为这一类事项，请另选。", field="kind")
    source = f"{found.visit.get_kind_display()}反映问题（{found.visit.number}）"
    found.matter = begins(Actor.of(person), Begun(source, title, lead, words=found.words))
    found.save(update_fields=["matter"])
    return found.matter


def raised_at(visit: Visit) -> datetime:
    """On its day at noon; today: when it was registered."""
    noon = timezone.make_aware(datetime.combine(visit.held_on, time(12)))
    return min(noon, visit.registered_at)


def opened(person: Person, question: Question) -> Question:
    """Locked, and not gone its way yet. Raises Refused, Barred."""
    require_desk(person)
    found = Question.objects.select_for_update().select_related("visit").get(pk=question.pk)
    if not found.is_open:
        raise Barred(TAKEN)
    return found
