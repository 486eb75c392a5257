"""代录与代理: in whose name somebody may act, on a given day."""

from dataclasses import replace
from datetime import date

from django.utils import timezone

from bureau.org.models import Deputy, Person


def principals_of(person, day: date) -> list[Person]:
    """Those in whose name `person` may act on `day`, each with `hand` set; chains do not follow."""
    return Deputy.objects.filter(deputy=person).actors(day)


def deputies_of(person, day: date) -> list[Person]:
    """Those who may act in the name of `person` on `day`, each once: whoever tells `person` tells them too."""
    rows = Deputy.objects.filter(principal=person).in_force(day).select_related("deputy__unit")
    return list({row.deputy_id: row.deputy for row in rows}.values())


def acting(person, principal, authority: str = "") -> Person:
    """The principal, acting through `person` today; `authority`: on whose word, of a secretary. Raises LookupError
    where nobody lent them that name."""
    for one in principals_of(person, timezone.localdate()):
        if one == principal:
            one.hand = replace(one.hand, authority=authority or one.hand.authority)
            return one
    raise LookupError(f"{person} does not act for {principal} today")
