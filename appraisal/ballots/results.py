"""What a poll says: counted from its ballots, or as it was confirmed; told only where too few do not tell who."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from appraisal.ballots import counting, states
from appraisal.ballots.counting import Count
from appraisal.ballots.models import Group, Poll, Subject
from appraisal.ballots.papers import accepted, count_of
from appraisal.ballots.urn import ballots_of

Counts = dict[int, Count]  # by group; without those whose paper nobody has counted yet


@dataclass(frozen=True)
class Line:
    """One row: of each group how many for each option and their mean, both None where too few voted; and all of them together."""

    subject: Subject
    groups: tuple[tuple[Group, tuple[int, ...] | None, Decimal | None], ...]
    mean: Decimal | None


def groups_of(poll: Poll) -> list[Group]:
    return list(poll.groups.prefetch_related("counts__by__unit"))


def counted(poll: Poll, groups: list[Group], subjects: list[Subject]) -> Counts:
    """From the ballots themselves and from the accepted counts of paper."""
    found, terms = {}, poll.terms
    for group in groups:
        if group.way == Group.Way.CODES:
            found[group.pk] = counting.count(ballots_of(group), terms, len(subjects))
        elif paper := accepted(group):
            found[group.pk] = count_of(paper, subjects)
    return found


def counts_of(poll: Poll, groups: list[Group], subjects: list[Subject]) -> Counts:
    """As it was confirmed; before that as the ballots say it. Nothing before it was closed."""
    if poll.state not in states.ENDED:
        return {}
    return read(poll.result) if poll.result else counted(poll, groups, subjects)


def written(counts: Counts) -> dict[str, Any]:
    """As JSON keeps it."""
    return {
        str(key): {"received": one.received, "invalid": one.invalid, "rows": [list(row) for row in one.rows]}
        for key, one in counts.items()
    }


def read(kept: Mapping[str, Any]) -> Counts:
    return {
        int(key): Count(one["received"], one["invalid"], tuple(map(tuple, one["rows"])))
        for key, one in kept.items()
    }


def told_groups(poll: Poll, groups: list[Group], counts: Counts) -> list[Group]:
    """Those with enough valid ballots."""
    return [one for one in groups if one.pk in counts and counts[one.pk].valid >= poll.least]


def lines(poll: Poll, groups: list[Group], subjects: list[Subject], counts: Counts) -> list[Line]:
    options, told = poll.terms.options, told_groups(poll, groups, counts)
    weights = {group.pk: group.weight for group in told}
    found = []
    for place, subject in enumerate(subjects):
        rows = {group.pk: counts[group.pk].rows[place] for group in told}
        cells = []
        for group in groups:
            row = rows.get(group.pk)
            shown = row if row is not None and counting.tells(row, poll.least) else None
            cells.append((group, shown, counting.mean(shown, options) if shown else None))
        found.append(Line(subject, tuple(cells), counting.weighted(rows, weights, options, poll.least)))
    return found
