"""数据异议: a unit says once that a figure of an issue is wrong, itself or on paper; others than those who made the issue find out."""

from django.db import transaction
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.flow import bound_to
from bureau.matters.policy import Refused
from bureau.matters.service import remedies
from bureau.matters.service.serving import at_day, check_day
from bureau.org.actor import Actor
from bureau.org.models import Unit
from reports import contesting, flow, telling
from reports.dues import ANSWER_OBJECTION
from reports.models import Objection
from reports.policy import concerned_unit, concerned_units, locked, require, seen


@bound_to(flow.OBJECT)
@transaction.atomic
def object_to(person, bulletin, figure, text):
    """数据异议 of a unit to which it was delivered or of which it speaks, once, within the time for it."""
    bulletin = locked(bulletin)
    require(person, flow.OBJECT, bulletin)
    if not (verdict := contesting.in_time(bulletin)):
        raise Refused(verdict.reason)
    unit = concerned_unit(person, bulletin)
    put_down(bulletin, unit, figure, text, Actor.of(person), timezone.now())
    return flow.note(flow.OBJECT, bulletin, person, unit=unit.short, figure=figure)


@bound_to(flow.ENTER_OBJECTION)
@transaction.atomic
def enter_objection(person, bulletin, unit: Unit, on, figure, text):
    """代录 what came on paper; the day on which it came decides whether it came in time. Raises Barred."""
    bulletin = locked(bulletin)
    require(person, flow.ENTER_OBJECTION, bulletin)
    if not concerned_units(bulletin, [unit.pk]).exists():
        raise Barred("“提出单位”请核对：这一期没有送达这家单位，也没有引用它的事项。", field="unit")
    if any(one.unit_id == unit.pk for one in contesting.standing(bulletin)):
        raise Barred(remedies.used(contesting.LABEL).reason, field="unit")
    check_day(on, bulletin.issued_at, "收到日期", "印发日期")
    remedies.require_in_time(contesting.LABEL, contesting.window(bulletin), on)
    at = at_day(on, bulletin.issued_at)
    made = put_down(bulletin, unit, figure, text, Actor.of(person), at, entered=True)
    words = f"督查局代录了你单位对{bulletin.number}数据的书面异议。"
    telling.to_units(bulletin, [unit], words, f"objected:{made.pk}", timezone.now())
    return flow.note(flow.ENTER_OBJECTION, bulletin, person, unit=unit.short, figure=figure, on=f"{on}")


def put_down(bulletin, unit, figure, text, actor, at, entered=False) -> Objection:
    """It is to be answered from now on, by its limit."""
    due = remedies.term(ANSWER_OBJECTION, at)
    return Objection.objects.create(
        bulletin=bulletin,
        unit=unit,
        figure=figure,
        text=text,
        person=actor.principal,
        at=at,
        entered=entered,
        due_at=due and due.due_at,
        basis=due and due.basis,
    )


@bound_to(flow.WITHDRAW_OBJECTION)
@transaction.atomic
def withdraw_objection(person, bulletin):
    """撤回 before it is decided; within the time it may be said anew."""
    bulletin = locked(bulletin)
    require(person, flow.WITHDRAW_OBJECTION, bulletin)
    objection = contesting.own_waiting(Actor.of(person), bulletin)
    objection.state = Objection.State.WITHDRAWN
    objection.version += 1
    objection.save()
    return flow.note(
        flow.WITHDRAW_OBJECTION, bulletin, person, unit=objection.unit.short, figure=objection.figure
    )


@bound_to(flow.UPHOLD, flow.DISMISS)
@transaction.atomic
def decide_objection(person, objection, upheld: bool, reason: str):
    """核实: the unit is told; a figure that was wrong is corrected by another issue."""
    bulletin = locked(objection.bulletin)
    objection = Objection.objects.select_for_update().select_related("unit").get(pk=objection.pk)
    objection.bulletin = bulletin
    if not seen(person, bulletin):
        raise Refused("您不能办理这一期的异议。")
    if not (verdict := contesting.decides(person, objection)):
        raise Refused(verdict.reason)
    objection.state = Objection.State.UPHELD if upheld else Objection.State.DISMISSED
    objection.reason, objection.decided_by, objection.decided_at = reason, person, timezone.now()
    objection.version += 1
    objection.save()
    step = flow.UPHOLD if upheld else flow.DISMISS
    words = f"你单位对{bulletin.number}数据的异议已核实：{objection.get_state_display()}。"
    telling.to_units(bulletin, [objection.unit], words, f"objection:{objection.pk}", objection.decided_at)
    return flow.note(step, bulletin, person, unit=objection.unit.short, reason=reason)
