"""代录与代理: in whose name somebody may act, on a given day."""

from dataclasses import replace
from datetime import date

from django.utils import timezone

from bureau.org.actor import Actor
from bureau.org.models import Deputy, Person


def actors_of(person, day: date) -> list[Actor]:
    """`person` in the name of each for whom they may act on `day`; chains do not follow."""
    return Deputy.objects.actors(day, [person])


def deputies_of(person, day: date) -> list[Person]:
    """Those who may act in the name of `person` on `day`, each once: whoever tells `person` tells them too."""
    rows = Deputy.objects.filter(principal=person).in_force(day).select_related("deputy__unit")
    return list({row.deputy_id: row.deputy for row in rows}.values())


def acting(person, principal, authority: str = "") -> Actor:
    """`person` in the name of `principal` today; `authority`: on whose word, of a secretary. Raises LookupError where
    nobody lent them that name."""
    for actor in actors_of(person, timezone.localdate()):
        if actor.principal == principal:
            return replace(actor, authority=authority or actor.authority)
    raise LookupError(f"{person} does not act for {principal} today")
