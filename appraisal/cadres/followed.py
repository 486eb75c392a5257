"""What a review that a cadre asked for makes of the grades, in the transaction of the decision on it."""

from appraisal.cadres import flow, states
from appraisal.cadres.models import Merit
from bureau.matters.flow import bound_to
from bureau.matters.models import Contest, Service
from bureau.org.actor import Actor


def merit_of(service: Service) -> Merit:
    """Whose result it tells; not by `Merit.notice`, which is the last one they were served."""
    found = Merit.objects.select_related("review__period__matter")
    return found.get(review__period__matter=service.matter_id, cadre__positions=service.position_id)


@bound_to(flow.FOLLOW_REVIEW)
def follow_review(_actor: Actor, contest: Contest) -> None:
    """One that is right has the grades deliberated anew; those that did not change are told to nobody twice."""
    if contest.state == Contest.State.UPHELD:
        return
    review = merit_of(contest.service).review
    if review.state != states.ENTERING:
        flow.REVIEW_FLOW.take(flow.FOLLOW_REVIEW, review, None)
