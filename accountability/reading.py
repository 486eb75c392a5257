"""Who reads a case besides its desk: whoever works on it, and the leaders in charge of the units concerned, once it is a case."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone

from accountability.aside import granter, those_kept_out
from accountability.models import Case
from bureau.matters import timeline
from bureau.matters.access import grants
from bureau.matters.models import Audience, Matter, MatterGrant, Tiding
from bureau.org.models import Person, Portfolio
from bureau.org.posts import Function, Post

READS_FOR = timedelta(days=365)  # renewed whenever they are named for it again


def let_read(matter: Matter, people: Iterable[Person], why: str) -> None:
    """Those who do not see it by their post. Granted by its officer."""
    until = timezone.localdate() + READS_FOR
    for person in people:
        if person.pk == matter.officer_id or person.holds(Post.DIRECTOR):
            continue
        held = MatterGrant.objects.filter(user=person, content_object=matter).first()
        if held is None or held.until < until:
            grants.grant(granter(matter), matter, person, why, until)


def leaders_in_charge(case: Case) -> list[Person]:
    """分管问责 of the units concerned, by name, unless they keep out of it; who is in charge of all units reads it by that."""
    units = case.subjects.values("unit")
    charges = Portfolio.objects.filter(functions__contains=[Function.ACCOUNTABILITY], all_units=False)
    found = Person.objects.filter(is_active=True, portfolios__in=charges.filter(units__in=units))
    found = found.exclude(pk__in=those_kept_out(case))
    return list(found.distinct().prefetch_related("postings"))


def tell_leaders(case: Case) -> None:
    """A case about a unit under a leader's charge tells that leader."""
    for leader in leaders_in_charge(case):
        let_read(case.matter, [leader], "分管问责对象所在单位")
        entry = timeline.write(
            case.matter,
            "accountability.told_leader",
            f"立案情况已告知{leader.signature}",
            audience=Audience.ABOVE,
        )
        Tiding.objects.create(entry=entry, person=leader)
