"""What an objection to a result makes of its unit, in the transaction of the decision on it."""

from django.utils import timezone

from appraisal import states
from appraisal.dues import RESCORE
from appraisal.flow import units as steps
from appraisal.models import Appraised
from bureau.matters.deadlines import duties
from bureau.matters.flow import bound_to
from bureau.matters.models import Contest
from bureau.org.actor import Actor


@bound_to(steps.FOLLOW_OBJECTION)
def follow_objection(_actor: Actor, contest: Contest) -> None:
    """One that is right asks for another reckoning: nothing that was publicised is rewritten."""
    if contest.state == Contest.State.UPHELD:
        return
    part = Appraised.objects.select_related("period__matter", "assignment__unit").get(notice=contest.service)
    period, matter = part.period, part.matter
    steps.UNIT_FLOW.take(steps.FOLLOW_OBJECTION, part, None, assignment=part.assignment, unit=str(part))
    reckoned = period.state in (states.PUBLICISED, states.SETTLED, states.PUBLISHED)
    if reckoned and not matter.duties.filter(step=RESCORE, done_at=None).exists():
        duties.owe(matter, RESCORE, at=timezone.now(), person=matter.officer)
