"""A unit that handles a matter must keep out of it from now on: its part goes back to the desk."""

from django.utils import timezone

from bureau.matters import timeline
from bureau.matters.access.recusals import is_recused
from bureau.matters.deadlines import dues, duties
from bureau.matters.models import Assignment, Audience, Matter
from bureau.matters.parts import pleas
from bureau.matters.parts.states import DONE, RELEASED

STEP = "matters.recused"
LINE = "{unit}须回避本事项，不再承办，请另行交办"
OVER = "本单位须回避，不再审批。"


def release_recused(matter: Matter, done_too: bool = False) -> None:
    """Every part of such a unit that is not done; `done_too`: what is done, where the matter begins anew. Inside a transaction that
    holds the cover."""
    ended = [RELEASED] if done_too else [RELEASED, DONE]
    for part in matter.assignments.exclude(state__in=ended).select_related("unit"):
        if is_recused(matter, part.unit):
            hand_to_the_desk(matter, part, STEP, LINE.format(unit=part.unit.short))


def hand_to_the_desk(matter: Matter, part: Assignment, step: str, line: str) -> None:
    """Nobody of that unit is told. Of what it led the officer owes that another one is given it."""
    now, led = timezone.now(), part.is_lead and part.state != DONE
    pleas.end(pleas.waiting(matter).filter(assignment=part), None, now, OVER)
    duties.drop(matter, now, assignment=part)
    Assignment.objects.filter(pk=part.pk).update(state=RELEASED, role=Assignment.Role.CO)
    if led:
        duties.owe(matter, dues.DISPATCH, at=now, person=matter.officer)
    timeline.write(matter, step, line, at=now, audience=Audience.DESK)
