"""What other parts of the room read of polls whose count was confirmed. Whoever shows it asks who may read it."""

from dataclasses import dataclass
from decimal import Decimal

from appraisal.ballots import counting, states
from appraisal.ballots.models import Poll
from appraisal.ballots.results import groups_of, read, told_groups
from appraisal.models import Period


@dataclass(frozen=True)
class Mean:
    """Of 100, by the usual options; and which poll says so."""

    value: Decimal
    poll: str


def means_of(period: Period) -> dict[int, Mean]:
    """By post (its key): what the voters say of who holds it; of several polls the last. Without those too few voted on."""
    found: dict[int, Mean] = {}
    for poll in period.polls.filter(state=states.COUNTED).order_by("pk"):
        found |= means_in(poll)
    return found


def means_in(poll: Poll) -> dict[int, Mean]:
    counts = read(poll.result or {})
    told = told_groups(poll, groups_of(poll), counts)
    weights, options = {group.pk: group.weight for group in told}, poll.terms.options
    found = {}
    for place, subject in enumerate(poll.subjects.all()):
        rows = {group.pk: counts[group.pk].rows[place] for group in told}
        mean = counting.weighted(rows, weights, options, poll.least)
        if subject.position_id and mean is not None:
            found[subject.position_id] = Mean(mean, poll.title)
    return found
