"""From the paper to the units: register, edit, propose, approve, dispatch."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from bureau.matters import numbers
from bureau.matters.access.search import fold
from bureau.matters.deadlines import dues, duties
from bureau.matters.flow import bound_to
from bureau.matters.merger import matter as handover
from bureau.matters.models import Assignment, Entry, Matter
from bureau.matters.parts import assignments
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.models import Person, Unit, Urgency
from bureau.org.posts import Function, Post
from bureau.org.worktime import Reckoning, end_of_day, fixed
from directives import flow, states
from directives.actions.goals import keep_goals, replace_goal, set_target
from directives.actions.nodes import open_node
from directives.dues import AMEND
from directives.models import Directive, Source
from directives.policy import require_desk
from directives.stages import Stage, kept, stages_of
from directives.targets import Target


@dataclass(frozen=True)
class Decision:
    """What is registered of one decision. `due`: the date on the paper, or None for the limits table."""

    title: str
    lead: Unit
    co: tuple[Unit, ...] = ()
    due: date | None = None
    urgency: str = Urgency.MINUTES
    recurring: bool = False
    cadence: str = ""
    category: str = ""
    leader: str = ""
    passage: str = ""
    asked: str = ""
    remark: str = ""
    secrecy: str = "normal"
    goal: Target | None = None
    stages: tuple[Stage, ...] = ()


RECORD_FIELDS = ("due", "recurring", "cadence", "category", "leader", "passage", "remark")
COVER_FIELDS = ("title", "urgency", "secrecy")
LABELS = {
    "title": "事项",
    "due": "时限",
    "urgency": "办理类别",
    "recurring": "长期事项",
    "cadence": "报告周期",
    "category": "类别",
    "leader": "责任领导",
    "remark": "备注",
    "secrecy": "范围",
    "lead": "牵头单位",
    "co": "协办单位",
    "goal": "目标",
    "stages": "阶段节点",
}


@transaction.atomic
def register_source(person: Person, **words: Any) -> Source:
    """登记 a paper; of an imported one also its file. Raises Refused to who does not sit at the desk."""
    require_desk(person)
    return Source.objects.create(registered_by=person, registered_at=timezone.now(), **words)


@transaction.atomic
def register_next(person: Person, source: Source, decision: Decision) -> Directive:
    """登记 one more decision of a source, behind those it has."""
    numbered = Source.objects.select_for_update().get(pk=source.pk).directives
    last = numbered.aggregate(last=Max("ordinal"))["last"] or 0
    return register(person, source, last + 1, decision)


def register(person: Person, source: Source, ordinal: int, decision: Decision) -> Directive:
    """登记 one decision of a source. The registering officer follows it up."""
    return register_all(person, source, ordinal, [decision])[0]


@bound_to(flow.REGISTER)
@transaction.atomic
def register_all(person: Person, source: Source, first: int, decisions: list[Decision]) -> list[Directive]:
    """登记 decisions of a source in their order, from the ordinal `first` on: all or none, each table written once.
    Raises Refused, and Barred where a unit may not be named."""
    now = timezone.now()
    directives = put_down(person, source, first, decisions, now)
    begin(person, source, directives, now)
    return directives


def begin(person: Person, source: Source, directives: list[Directive], at: datetime) -> None:
    """Their first lines. From here to the commit nobody else registers a matter, so it comes last."""
    flow.FLOW.begin(flow.REGISTER, directives, person, at=at, source=source.words)


def put_down(
    person: Person, source: Source, first: int, decisions: list[Decision], at: datetime
) -> list[Directive]:
    """What is to be registered, with its units, in the caller's transaction, which also takes the step (`begin`)."""
    require_desk(person)
    for decision in decisions:
        assignments.check(decision.lead, *decision.co)
    matters = Matter.objects.bulk_create(cover_of(person, source, decision, at) for decision in decisions)
    directives = Directive.objects.bulk_create(
        Directive(matter=matter, source=source, ordinal=ordinal, **record_of(decision))
        for ordinal, (matter, decision) in enumerate(zip(matters, decisions, strict=True), first)
    )
    Assignment.objects.bulk_create(
        part
        for matter, decision in zip(matters, decisions, strict=True)
        for part in assignments.planned(matter, decision.lead, decision.co, decision.asked)
    )
    keep_goals((one, decision.goal) for one, decision in zip(directives, decisions, strict=True))
    return directives


def cover_of(person: Person, source: Source, decision: Decision, at: datetime) -> Matter:
    return Matter(
        kind=Function.DIRECTIVES,
        officer=person,
        stage=flow.STATES[states.DRAFT].words,
        registered_at=at,
        due_at=end_of_day(decision.due) if decision.due else None,
        words=search_words(decision, source),
        **fields_of(decision, COVER_FIELDS),
    )


def fields_of(decision: Decision, names: Iterable[str]) -> dict:
    return {name: getattr(decision, name) for name in names}


def record_of(decision: Decision) -> dict:
    return fields_of(decision, RECORD_FIELDS) | {"stages": kept(decision.stages)}


@takes(flow.EDIT)
def edit(actor: Actor, directive: Directive, decision: Decision) -> Entry:
    """修改 what was registered, until it is put up for approval. Raises Barred where a unit may not be named."""
    assignments.check(decision.lead, *decision.co)
    matter, before = directive.matter, as_decision(directive)
    values = record_of(decision)
    for name, value in values.items():
        setattr(directive, name, value)
    directive.save(update_fields=[*values])
    cover = fields_of(decision, COVER_FIELDS) | {
        "due_at": end_of_day(decision.due) if decision.due else None,
        "words": search_words(decision, directive.source),
    }
    assignments.plan(matter, decision.lead, decision.co, decision.asked)
    replace_goal(directive, decision.goal)
    changed = "、".join(
        label for name, label in LABELS.items() if getattr(before, name) != getattr(decision, name)
    )
    return flow.FLOW.take(flow.EDIT, directive, actor, cover_changes=cover, changed=changed or "无变化")


def as_decision(directive: Directive) -> Decision:
    """What is registered now, in the shape in which it is edited."""
    parts = list(directive.matter.assignments.select_related("unit"))
    return Decision(
        lead=next(part.unit for part in parts if part.is_lead),
        co=tuple(part.unit for part in parts if not part.is_lead),
        asked=parts[0].asked,
        goal=set_target(directive),
        stages=stages_of(directive),
        **{name: getattr(directive.matter, name) for name in COVER_FIELDS},
        **{name: getattr(directive, name) for name in RECORD_FIELDS},
    )


def search_words(decision: Decision, source: Source) -> str:
    units = " ".join(unit.short for unit in (decision.lead, *decision.co))
    return fold(f"{decision.title} {units} {source.title} {source.number} {decision.passage}")


@takes(flow.PROPOSE)
def propose(actor: Actor, directive: Directive) -> Entry:
    """提请审定."""
    now = timezone.now()
    duties.done(directive.matter, AMEND, at=now)
    duties.owe(directive.matter, dues.APPROVE, at=now, post=Post.DIRECTOR)
    return flow.FLOW.take(flow.PROPOSE, directive, actor)


@takes(flow.DECLINE)
def decline(actor: Actor, directive: Directive, reason: str) -> Entry:
    """退回修改 by the bureau leader: the officer owes a better one."""
    now, matter = timezone.now(), directive.matter
    duties.done(matter, dues.APPROVE, at=now)
    duties.owe(matter, AMEND, at=now, person=matter.officer, due=duties.term_of(matter, dues.DISPATCH, now))
    return flow.FLOW.take(flow.DECLINE, directive, actor, reason=reason)


@takes(flow.TAKE_BACK)
def take_back(actor: Actor, directive: Directive) -> Entry:
    """撤回 what was put up for approval, until it is approved: its officer owes it again."""
    now, matter = timezone.now(), directive.matter
    duties.drop(matter, now, dues.APPROVE)
    duties.owe(matter, AMEND, at=now, person=matter.officer, due=duties.term_of(matter, dues.DISPATCH, now))
    return flow.FLOW.take(flow.TAKE_BACK, directive, actor)


@takes(flow.APPROVE)
def approve(actor: Actor, directive: Directive, remark: str = "") -> Entry:
    """审定立项: from here on the matter has its number."""
    now, matter = timezone.now(), directive.matter
    number = numbers.take("", now)
    duties.done(matter, dues.APPROVE, at=now)
    duties.owe(matter, dues.DISPATCH, at=now, person=matter.officer)
    cover = {"number": number, "words": f"{fold(number)} {matter.words}"}
    return flow.FLOW.take(flow.APPROVE, directive, actor, cover_changes=cover, number=number, remark=remark)


@takes(flow.DISPATCH)
def dispatch(actor: Actor, directive: Directive) -> Entry:
    """交办: the units see it now, and the clock starts."""
    handover.follow(directive.matter)
    now, matter = timezone.now(), directive.matter
    due, parts = result_due(directive, now), list(matter.assignments.select_related("unit"))
    duties.done(matter, dues.DISPATCH, at=now)
    entry = flow.FLOW.take(
        flow.DISPATCH,
        directive,
        actor,
        at=now,
        changes={"notice_number": numbers.take("通", now)},
        cover_changes={"opened_at": now, "due_at": due.due_at if due else None},
        lead=parts[0].unit.short,
        due=f"{timezone.localdate(due.due_at):%Y-%m-%d}" if due else "长期",
    )
    assignments.send_out(matter, parts, now)
    owe_results(directive, parts, due, now)
    return entry


def result_due(directive: Directive, now: datetime) -> Reckoning | None:
    """When the result is owed: the paper's date, else the limits table; a long-term item owes nodes instead."""
    if directive.recurring:
        return None
    return fixed(directive.due) if directive.due else duties.term_of(directive.matter, dues.REPORT, now)


def owe_results(
    directive: Directive, parts: Sequence[Assignment], due: Reckoning | None, now: datetime
) -> None:
    """What each unit owes from dispatch on: a first answer, its part, and by the lead the result."""
    lead, *co = parts
    owed: list[tuple[str, list[Assignment], Reckoning | None]] = [(dues.FIRST_REPLY, [lead], None)]
    if due:
        owed += [(dues.REPORT, [lead], due), (dues.PART, co, due)]
    duties.owe_parts(directive.matter, owed, at=now)
    if directive.recurring:
        open_node(directive, now)
