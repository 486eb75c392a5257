"""What an objection to a result makes of its unit, in the transaction of the decision on it."""

from appraisal.flow import units as steps
from appraisal.models import Appraised
from appraisal.owing import owe_rescore
from bureau.matters.flow import bound_to
from bureau.matters.models import Contest
from bureau.org.actor import Actor


@bound_to(steps.FOLLOW_OBJECTION)
def follow_objection(_actor: Actor, contest: Contest) -> None:
    """One that is right asks for another reckoning: nothing that was publicised is rewritten."""
    if contest.state == Contest.State.UPHELD:
        return
    parts = Appraised.objects.select_related("period__matter", "assignment__unit")
    part = parts.get(assignment=contest.service.assignment_id)  # another notice may have been served since
    steps.UNIT_FLOW.take(steps.FOLLOW_OBJECTION, part, None, assignment=part.assignment, unit=str(part))
    owe_rescore(part.period)
