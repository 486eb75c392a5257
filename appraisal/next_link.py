"""Adjustments among the proposals of the desk (`bureau.matters.proposing`)."""

from collections.abc import Iterator

from django.urls import reverse

from appraisal import states
from appraisal.proposals import Proposal, carrying_on, proposed
from appraisal.reading import periods_seen
from appraisal.tree import plain
from bureau.matters.models import Matter
from bureau.matters.proposing import Proposed, Proposer
from bureau.org.models import Person
from bureau.org.posts import Function


def find(person: Person) -> Iterator[Proposed]:
    """Of the periods that are open."""
    heirs, periods = carrying_on(), periods_seen(person).filter(state__in=states.OPEN)
    found = [one for period in periods for one in proposed(period, heirs=heirs)]
    opened = Matter.objects.visible_to(person).in_bulk({one.happening.matter for one in found})
    return (of_proposal(one, opened.get(one.happening.matter)) for one in found)


def of_proposal(one: Proposal, matter: Matter | None) -> Proposed:
    keys = [one.appraised.pk, one.happening.key]
    points = f"{'+' if one.points and one.points > 0 else ''}{plain(one.points)}分" if one.points else ""
    return Proposed(
        about=f"{one.appraised}（{one.appraised.period.words}）",
        about_url=matter.get_absolute_url() if matter else "",
        what=f"{one.rule.label}{points}",
        why=f"{one.happening.on:%Y-%m-%d} {one.happening.words}",
        take=reverse("appraisal:take_up", args=keys),
        leave=reverse("appraisal:leave_out", args=keys),
    )


PROPOSER = Proposer(
    "adjustment",
    "考核加减分",
    lambda person: person.sits_at(Function.APPRAISAL),
    find,
    "已公布考核方案的加减分项",
)
