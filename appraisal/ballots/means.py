"""What other parts of the room read of a poll whose count was confirmed. Whoever shows it asks who may read it."""

from decimal import Decimal

from appraisal.ballots import counting, states
from appraisal.ballots.models import Poll
from appraisal.ballots.results import groups_of, read, told_groups
from bureau.org.models import Position


def mean_of(poll: Poll, position: Position) -> Decimal | None:
    """What the voters say of a cadre in this post, of 100 by the usual options; None where that post is not on the ballot, the count was
    not confirmed, or too few voted."""
    if poll.state != states.COUNTED:
        return None
    subjects = list(poll.subjects.all())
    place = next((at for at, one in enumerate(subjects) if one.position_id == position.pk), None)
    if place is None:
        return None
    counts = read(poll.result or {})
    told = told_groups(poll, groups_of(poll), counts)
    rows = {group.pk: counts[group.pk].rows[place] for group in told}
    return counting.weighted(rows, {group.pk: group.weight for group in told}, poll.terms.options, poll.least)
