"""What a unit answers to an issued bulletin that asked it to."""

from django.db import transaction
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.flow import bound_to
from bureau.org.actor import Actor
from reports import flow, telling
from reports.policy import own_response, require


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
