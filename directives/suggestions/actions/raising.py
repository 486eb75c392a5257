"""From what was found to whoever can change it: register, edit, propose, approve and send."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import linking, numbers
from bureau.matters.access.search import fold
from bureau.matters.deadlines import dues, duties
from bureau.matters.flow import bound_to
from bureau.matters.merger import matter as handover
from bureau.matters.models import Assignment, Entry, Link, Matter, Secrecy
from bureau.matters.parts import assignments
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.models import Person, Unit
from bureau.org.posts import Function, Post
from bureau.org.worktime import Reckoning, end_of_day, fixed
from bureau.vault.checking import require_untold
from directives.dues import AMEND
from directives.suggestions import flow, states
from directives.suggestions.dues import NOTE_DOWN, RESPOND, TAKE_UP
from directives.suggestions.models import Suggestion, To
from directives.suggestions.policy import require_desk


@dataclass(frozen=True)
class Advice:
    """What is suggested, and to whom: a unit, a leader, or a meeting by its name. `answer_by`: the date that is set, or None
    for the limits table."""

    title: str
    text: str
    grounds: str = ""
    unit: Unit | None = None
    recipient: Person | None = None
    meeting: str = ""
    answer_by: date | None = None
    secrecy: str = Secrecy.NORMAL

    @property
    def to(self) -> To:
        if self.unit:
            return To.UNIT
        return To.LEADER if self.recipient else To.MEETING

    @property
    def addressee(self) -> str:
        if self.unit:
            return self.unit.short
        return self.recipient.name if self.recipient else self.meeting


RECORD_FIELDS = ("text", "grounds", "recipient", "meeting", "answer_by", "to")
COVER_FIELDS = ("title", "secrecy")
LABELS = {
    "title": "建议事项",
    "grounds": "情况和问题",
    "text": "建议内容",
    "addressee": "提给",
    "answer_by": "答复时限",
    "secrecy": "范围",
}


@bound_to(flow.REGISTER)
@transaction.atomic
def register(person: Person, advice: Advice, about: Matter | None = None) -> Suggestion:
    """登记 what is suggested, perhaps because of a matter (`about`), with which it is linked and sealed. Raises Refused to who
    sits at no desk of the bureau, Barred where the unit may not be named."""
    require_desk(person)
    if about and about.team_only:
        raise Barred("暗访结束以后再提督查建议。")
    check(advice)
    now = timezone.now()
    matter = Matter.objects.create(
        kind=Function.SUGGESTIONS,
        officer=person,
        stage=states.STATES[states.DRAFT].words,
        registered_at=now,
        **cover_of(sealed_with(advice.secrecy, about), advice),
    )
    made = Suggestion.objects.create(matter=matter, **{name: getattr(advice, name) for name in RECORD_FIELDS})
    plan(matter, advice)
    if about:
        linking.link(matter, about, Link.Why.ARISES)
    flow.FLOW.begin(flow.REGISTER, [made], person, at=now, addressee=advice.addressee)
    return made


def check(advice: Advice) -> None:
    if advice.unit:
        assignments.check(advice.unit)


def sealed_with(secrecy: str, about: Matter | None) -> str:
    """What is suggested because of a sealed matter is sealed, whatever else was said."""
    return Secrecy.SEALED if about and about.secrecy == Secrecy.SEALED else secrecy


def cover_of(secrecy: str, advice: Advice) -> dict:
    return {
        "title": advice.title,
        "secrecy": secrecy,
        "due_at": end_of_day(advice.answer_by) if advice.answer_by else None,
        "words": fold(f"{advice.title} {advice.addressee} {advice.grounds} {advice.text}"),
    }


def plan(matter: Matter, advice: Advice) -> None:
    """The unit it is meant for; none for a leader or a meeting."""
    if advice.unit:
        assignments.plan(matter, advice.unit)
    else:
        matter.assignments.filter(state=Assignment.State.PLANNED).delete()


@takes(flow.EDIT)
def edit(actor: Actor, suggestion: Suggestion, advice: Advice) -> Entry:
    """修改 until it is put up for approval. Raises Barred where the unit may not be named."""
    check(advice)
    matter, before = suggestion.matter, as_advice(suggestion)
    for name in RECORD_FIELDS:
        setattr(suggestion, name, getattr(advice, name))
    suggestion.save(update_fields=RECORD_FIELDS)
    plan(matter, advice)
    names = [label for name, label in LABELS.items() if getattr(before, name) != getattr(advice, name)]
    cover, changed = (
        cover_of(sealed_with(advice.secrecy, because_of(matter)), advice),
        "、".join(names) or "无变化",
    )
    return flow.FLOW.take(flow.EDIT, suggestion, actor, cover_changes=cover, changed=changed)


def because_of(matter: Matter) -> Matter | None:
    """The matter it arose from."""
    link = Link.objects.filter(source=matter, why=Link.Why.ARISES).select_related("target").first()
    return link.target if link else None


def as_advice(suggestion: Suggestion) -> Advice:
    """What is registered now, in the shape in which it is edited."""
    part = suggestion.matter.assignments.select_related("unit").first()
    return Advice(
        unit=part.unit if part else None,
        **{name: getattr(suggestion.matter, name) for name in COVER_FIELDS},
        **{name: getattr(suggestion, name) for name in RECORD_FIELDS if name != "to"},
    )


@takes(flow.PROPOSE)
def propose(actor: Actor, suggestion: Suggestion) -> Entry:
    """提请审定."""
    now = timezone.now()
    duties.done(suggestion.matter, AMEND, at=now)
    duties.owe(suggestion.matter, dues.APPROVE, at=now, post=Post.DIRECTOR)
    return flow.FLOW.take(flow.PROPOSE, suggestion, actor)


@takes(flow.DECLINE)
def decline(actor: Actor, suggestion: Suggestion, reason: str) -> Entry:
    """退回修改 by the bureau leader: the officer owes a better one."""
    now = timezone.now()
    duties.done(suggestion.matter, dues.APPROVE, at=now)
    duties.owe(suggestion.matter, AMEND, at=now, person=suggestion.matter.officer)
    return flow.FLOW.take(flow.DECLINE, suggestion, actor, reason=reason)


@takes(flow.TAKE_BACK)
def take_back(actor: Actor, suggestion: Suggestion) -> Entry:
    """撤回 what was put up for approval: its officer owes it again."""
    now = timezone.now()
    duties.drop(suggestion.matter, now, dues.APPROVE)
    duties.owe(suggestion.matter, AMEND, at=now, person=suggestion.matter.officer)
    return flow.FLOW.take(flow.TAKE_BACK, suggestion, actor)


@takes(flow.APPROVE)
def approve(actor: Actor, suggestion: Suggestion, remark: str = "") -> Entry:
    """审定并发出: numbered, and whoever is to answer sees it from now on. Raises Barred where its date has passed, Told where
    its words tell who complained."""
    handover.follow(suggestion.matter)
    matter, now = suggestion.matter, timezone.now()
    require_untold([matter], handed_out(suggestion))
    due, number = answer_due(suggestion, now), numbers.take("建", now)
    duties.done(matter, dues.APPROVE, at=now)
    cover = {
        "number": number,
        "opened_at": now,
        "due_at": due.due_at if due else None,
        "leader": suggestion.recipient,
        "words": f"{fold(number)} {matter.words}",
    }
    facts: dict[str, Any] = {"number": number, "addressee": suggestion.addressee, "remark": remark}
    entry = flow.FLOW.take(flow.APPROVE, suggestion, actor, at=now, cover_changes=cover, **facts)
    owe_answer(suggestion, due, now)
    return entry


def handed_out(suggestion: Suggestion) -> dict[str, str]:
    """What leaves the bureau, by what it is called."""
    return {
        "建议事项": suggestion.matter.title,
        "情况和问题": suggestion.grounds,
        "建议内容": suggestion.text,
    }


def answer_due(suggestion: Suggestion, now: datetime) -> Reckoning | None:
    """The date that was set, else of a unit by the limits table. A leader is not urged."""
    if suggestion.answer_by and suggestion.answer_by <= timezone.localdate(now):
        raise Barred("“答复时限”须在今天之后，请退回修改。")
    if suggestion.to == To.LEADER:
        return None
    if suggestion.answer_by:
        return fixed(suggestion.answer_by)
    return duties.term_of(suggestion.matter, RESPOND, now) if suggestion.to == To.UNIT else None


def owe_answer(suggestion: Suggestion, due: Reckoning | None, at: datetime) -> None:
    """By the unit, by the leader, or of a meeting by the officer, who writes down what it said."""
    matter = suggestion.matter
    if suggestion.to == To.UNIT:
        parts = list(matter.assignments.select_related("unit"))
        assignments.send_out(matter, parts, at)
        duties.owe_parts(matter, [(RESPOND, parts, due)], at=at)
    elif suggestion.to == To.LEADER:
        duties.owe(matter, TAKE_UP, at=at, person=suggestion.recipient)
    else:
        duties.owe(matter, NOTE_DOWN, at=at, person=matter.officer, due=due)
