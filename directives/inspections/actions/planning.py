"""From the plan to the visit: register, edit, propose, approve, begin, cancel."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import linking, numbers
from bureau.matters.access import grants
from bureau.matters.access.search import fold
from bureau.matters.deadlines import duties
from bureau.matters.flow import bound_to
from bureau.matters.models import Assignment, Entry, Link, Matter, MatterGrant, Secrecy
from bureau.matters.parts import assignments
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.models import Person, Unit
from bureau.org.posts import Function, Post
from bureau.org.worktime import end_of_day, fixed
from directives.inspections import flow, states
from directives.inspections.dues import AMEND_PLAN, APPROVE_PLAN, JOIN_VISIT, VISIT
from directives.inspections.models import CheckItem, Inspection, Target
from directives.inspections.overlap import overlaps
from directives.inspections.planned import COLUMNS, Plan, as_plan, changes
from directives.inspections.policy import require_desk

SERIES = "查"
READS_FOR = timedelta(days=365)  # how long after the visits who took part reads it


@bound_to(flow.REGISTER)
@transaction.atomic
def register(person: Person, plan: Plan) -> Inspection:
    """拟定方案. Raises Refused, Barred where it makes no sense."""
    require_desk(person)
    check(person, plan)
    now = timezone.now()
    matter = Matter.objects.create(
        kind=Function.INSPECTIONS,
        officer=person,
        stage=states.STATES[states.DRAFT].words,
        registered_at=now,
        **cover_of(plan),
    )
    inspection = Inspection.objects.create(matter=matter, methods=list(plan.methods), **columns_of(plan))
    write_down(inspection, plan)
    if plan.follows:
        linking.link(matter, plan.follows.matter, Link.Why.CONTINUES)
    flow.FLOW.take(flow.REGISTER, inspection, person, at=now, targets=names(plan.targets))
    let_read(person, inspection, plan)
    return inspection


@takes(flow.EDIT)
def edit(actor: Actor, inspection: Inspection, plan: Plan) -> Entry:
    """修改方案, until it is put up for approval. Raises Barred."""
    check(actor, plan)
    before = as_plan(inspection)
    for name, value in columns_of(plan).items():
        setattr(inspection, name, value)
    inspection.methods = list(plan.methods)
    inspection.save(update_fields=[*columns_of(plan), "methods"])
    write_down(inspection, plan)
    changed = changes(before, plan) or "无变化"
    entry = flow.FLOW.take(flow.EDIT, inspection, actor, cover_changes=cover_of(plan), changed=changed)
    let_read(inspection.matter.officer, inspection, plan)
    return entry


def check(person: Person | Actor, plan: Plan) -> None:
    """Raises Barred, by the field."""
    assignments.check(*plan.targets)
    if plan.ends_on < plan.begins_on:
        raise Barred("“结束日期”不能早于“开始日期”。", field="ends_on")
    if not (plan.approver.holds(Post.LEADER) or plan.approver.holds(Post.DIRECTOR)):
        raise Barred("“审批人”须是县领导或者局领导。", field="approver")
    if plan.approver.pk in {plan.head.pk, *(one.pk for one in plan.members)}:
        raise Barred("“审批人”不能是督查组的人，请另选。", field="approver")


def cover_of(plan: Plan) -> dict[str, Any]:
    """What stands on the cover. Who was not told of an unannounced visit does not find it by any word of it."""
    return {
        "title": plan.title,
        "secrecy": Secrecy.SEALED if plan.unannounced else Secrecy.NORMAL,
        "team_only": plan.unannounced,
        "due_at": end_of_day(plan.ends_on),
        "words": fold(f"{plan.title} {plan.content}"),
    }


def columns_of(plan: Plan) -> dict[str, Any]:
    return {name: getattr(plan, name) for name in COLUMNS}


def write_down(inspection: Inspection, plan: Plan) -> None:
    """The team, the checklist and the targets, which see nothing until a paper is served on them."""
    matter = inspection.matter
    inspection.members.set(plan.members)
    inspection.items.all().delete()
    CheckItem.objects.bulk_create(
        CheckItem(inspection=inspection, ordinal=ordinal, words=words)
        for ordinal, words in enumerate(plan.items, 1)
    )
    inspection.targets.all().delete()
    matter.assignments.all().delete()
    sealed = plan.unannounced
    parts = Assignment.objects.bulk_create(
        Assignment(matter=matter, unit=unit, role=Assignment.Role.CO, sealed=sealed) for unit in plan.targets
    )
    Target.objects.bulk_create(Target(inspection=inspection, assignment=part) for part in parts)


def let_read(officer: Person, inspection: Inspection, plan: Plan) -> None:
    """The team and the approver, where their posts do not show it to them; whoever left the team reads it no more."""
    matter = inspection.matter
    reads = {} if plan.unannounced else {"of_the_desk": True}
    wanted = {
        one.pk: (one, why)
        for one, why in [
            (plan.approver, "审批督查方案"),
            (plan.head, "督查组组长"),
            *((m, "督查组组员") for m in plan.members),
        ]
        if one.pk != officer.pk and not (reads and one.sits_at(Function.INSPECTIONS))
    }
    until = max(plan.ends_on, timezone.localdate()) + READS_FOR
    held = {
        row.user_id: row for row in MatterGrant.objects.filter(content_object=matter).select_related("user")
    }
    for key, row in held.items():
        if key not in wanted:
            grants.withdraw(officer, matter, row.user)
    for key, (one, why) in wanted.items():
        if key not in held or held[key].until != until:
            grants.grant(officer, matter, one, why, until)


def names(units: tuple[Unit, ...]) -> str:
    return "、".join(unit.short for unit in units)


@takes(flow.PROPOSE)
def propose(actor: Actor, inspection: Inspection) -> Entry:
    """提请审批方案. Raises Barred where it repeats another activity and does not say why."""
    plan, matter, now = as_plan(inspection), inspection.matter, timezone.now()
    if not plan.overlap_reason and (found := overlaps(actor, plan, inspection)):
        raise Barred(
            f"与已有的督查活动重复：{'；'.join(one.words for one in found[:3])}。"
            "请调整时间、对象，或者在方案里写明“仍须督查的理由”。",
            field="overlap_reason",
        )
    duties.done(matter, AMEND_PLAN, at=now)
    duties.owe(matter, APPROVE_PLAN, at=now, person=inspection.approver)
    return flow.FLOW.take(flow.PROPOSE, inspection, actor)


@takes(flow.TAKE_BACK)
def take_back(actor: Actor, inspection: Inspection) -> Entry:
    """撤回 the plan, until it is approved."""
    now = timezone.now()
    duties.drop(inspection.matter, now, APPROVE_PLAN)
    duties.owe(inspection.matter, AMEND_PLAN, at=now, person=inspection.matter.officer)
    return flow.FLOW.take(flow.TAKE_BACK, inspection, actor)


@takes(flow.DECLINE)
def decline(actor: Actor, inspection: Inspection, reason: str) -> Entry:
    """退回修改: the officer owes a better one."""
    now = timezone.now()
    duties.done(inspection.matter, APPROVE_PLAN, at=now)
    duties.owe(inspection.matter, AMEND_PLAN, at=now, person=inspection.matter.officer)
    return flow.FLOW.take(flow.DECLINE, inspection, actor, reason=reason)


@takes(flow.APPROVE_PLAN)
def approve(actor: Actor, inspection: Inspection, remark: str = "") -> Entry:
    """批准方案: from here on it has its number and can be carried out."""
    now, matter = timezone.now(), inspection.matter
    number = numbers.take(SERIES, now)
    duties.done(matter, APPROVE_PLAN, at=now)
    due = fixed(inspection.ends_on, "由督查方案确定")
    duties.owe(matter, VISIT, at=now, person=inspection.head, due=due)
    for member in inspection.members.exclude(pk=inspection.head_id):
        duties.owe(matter, JOIN_VISIT, at=now, person=member, due=due)
    cover = {"number": number, "words": f"{fold(number)} {matter.words}"}
    return flow.FLOW.take(
        flow.APPROVE_PLAN, inspection, actor, cover_changes=cover, number=number, remark=remark
    )


@takes(flow.BEGIN)
def begin(actor: Actor, inspection: Inspection) -> Entry:
    """开始督查."""
    now = timezone.now()
    return flow.FLOW.take(flow.BEGIN, inspection, actor, at=now, cover_changes={"opened_at": now})


@takes(flow.CANCEL)
def cancel(actor: Actor, inspection: Inspection, reason: str) -> Entry:
    """取消活动: nothing is owed for it any more."""
    duties.drop(inspection.matter, timezone.now())
    return flow.FLOW.take(flow.CANCEL, inspection, actor, reason=reason)
