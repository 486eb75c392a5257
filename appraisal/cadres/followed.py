"""What a review that a cadre asked for makes of the grades, in the transaction of the decision on it."""

from appraisal.cadres import flow, states
from appraisal.cadres.models import Review
from bureau.matters.flow import bound_to
from bureau.matters.models import Contest
from bureau.org.actor import Actor


@bound_to(flow.FOLLOW_REVIEW)
def follow_review(_actor: Actor, contest: Contest) -> None:
    """One that is right has the grades deliberated anew; those that did not change are told to nobody twice."""
    if contest.state == Contest.State.UPHELD:
        return
    review = Review.objects.select_related("period__matter").get(merits__notice=contest.service)
    if review.state != states.ENTERING:
        flow.REVIEW_FLOW.take(flow.FOLLOW_REVIEW, review, None)
