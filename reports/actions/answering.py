"""What a unit says of an issued bulletin: the answer it was asked for, and once that a figure is wrong; and what the bureau
finds of that."""

from django.db import transaction
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.flow import bound_to
from bureau.matters.policy import Refused
from bureau.org.actor import Actor
from reports import flow, telling
from reports.models import Objection
from reports.policy import concerned_unit, decides, locked, may, own_response, seen


@bound_to(flow.ANSWER)
@transaction.atomic
def answer(person, bulletin, text):
    """书面回复 for the unit that was asked, once."""
    require(person, flow.ANSWER, bulletin)
    response = own_response(person, bulletin, lock=True)
    if response.answered_at:
        raise Barred("你单位已经回复，不能再次回复。")
    actor = Actor.of(person)
    response.text, response.answered_by, response.answered_at = text, actor.principal, timezone.now()
    response.version += 1
    response.save()
    telling.hushed(bulletin, person, "answer")
    return flow.note(flow.ANSWER, bulletin, person, unit=response.unit.short)


@bound_to(flow.OBJECT)
@transaction.atomic
def object_to(person, bulletin, figure, text):
    """数据异议 of a unit to which it was delivered or of which it speaks, once, within the time for it."""
    bulletin = locked(bulletin)
    require(person, flow.OBJECT, bulletin)
    unit = concerned_unit(person, bulletin)
    Objection.objects.create(
        bulletin=bulletin,
        unit=unit,
        figure=figure,
        text=text,
        person=Actor.of(person).principal,
        at=timezone.now(),
    )
    return flow.note(flow.OBJECT, bulletin, person, unit=unit.short, figure=figure)


@bound_to(flow.UPHOLD, flow.DISMISS)
@transaction.atomic
def decide_objection(person, objection, upheld: bool, reason: str):
    """核实: the unit is told; a figure that was wrong is corrected by another issue."""
    objection = Objection.objects.select_for_update().select_related("unit", "bulletin").get(pk=objection.pk)
    if not seen(person, objection.bulletin):
        raise Refused("您不能办理这一期的异议。")
    if not (verdict := decides(person, objection)):
        raise Refused(verdict.reason)
    objection.state = Objection.State.UPHELD if upheld else Objection.State.DISMISSED
    objection.reason, objection.decided_by, objection.decided_at = reason, person, timezone.now()
    objection.version += 1
    objection.save()
    step = flow.UPHOLD if upheld else flow.DISMISS
    words = f"你单位对{objection.bulletin.number}数据的异议已核实：{objection.get_state_display()}。"
    telling.to_units(
        objection.bulletin, [objection.unit], words, f"objection:{objection.pk}", objection.decided_at
    )
    return flow.note(step, objection.bulletin, person, unit=objection.unit.short, reason=reason)


def require(person, step, bulletin) -> None:
    if not seen(person, bulletin):
        raise Refused("您不能办理这一期。")
    if not (verdict := may(person, step, bulletin)):
        raise Refused(verdict.reason)
