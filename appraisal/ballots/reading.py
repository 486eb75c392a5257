"""Who reads of polls: the desk, and leaders who read the whole period; units learn nothing of them."""

from django.db.models import Q, QuerySet

from appraisal.ballots.models import Group, Poll
from appraisal.models import Period
from appraisal.reading import in_charge_of
from bureau.matters.access.visibility import reads_above, where_reads_above
from bureau.matters.models import Matter
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Function


def reads_the_whole(person: Person | Actor) -> bool:
    """Not a leader whose portfolio names units: they read theirs of a period, and a poll is of all."""
    return in_charge_of(person) == Q()


def polls_seen(person: Person | Actor) -> QuerySet[Poll]:
    if not reads_the_whole(person):
        return Poll.objects.none()
    found = Poll.objects.filter(
        where_reads_above(person, "period__matter"), period__in=Period.objects.visible_to(person)
    )
    return found.select_related("period__matter__officer", "officer__unit")


def groups_seen(person: Person | Actor) -> QuerySet[Group]:
    return Group.objects.filter(poll__in=polls_seen(person)).select_related("poll__period__matter__officer")


def of_matter(person: Person, matter: Matter) -> dict | None:
    """The panel on a period's page: a way to its polls, which asks the database nothing."""
    if matter.kind != Function.APPRAISAL or not (reads_the_whole(person) and reads_above(person, matter)):
        return None
    return {"matter": matter, "may_begin": person.sits_at(Function.APPRAISAL)}
