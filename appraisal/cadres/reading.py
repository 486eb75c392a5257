"""Reviews, merits and proposals as their readers find them; for everybody else they do not exist."""

from django.db.models import QuerySet

from appraisal.cadres.models import Merit, Review, Use
from appraisal.cadres.policy import reads_cadres
from bureau.org.actor import Actor
from bureau.org.models import Person


def themself(who: Person | Actor) -> Person | None:
    """None of who acts in another's name."""
    if isinstance(who, Actor):
        return None if who.lent else who.principal
    return who


def reviews_seen(who: Person | Actor) -> QuerySet[Review]:
    person = themself(who)
    if person is None or not reads_cadres(person):
        return Review.objects.none()
    return Review.objects.select_related("period__matter__officer__unit", "approved_by__unit")


def merits_seen(who: Person | Actor) -> QuerySet[Merit]:
    person = themself(who)
    if person is None or not reads_cadres(person):
        return Merit.objects.none()
    return Merit.objects.select_related(
        "review__period__matter__officer__unit", "position__unit", "cadre", "notice"
    )


def uses_seen(who: Person | Actor) -> QuerySet[Use]:
    return Use.objects.filter(merit__in=merits_seen(who).values("pk")).select_related(
        "merit__review__period__matter__officer__unit",
        "merit__position__unit",
        "merit__cadre",
        "asked_by__unit",
        "agreed_by__unit",
    )
