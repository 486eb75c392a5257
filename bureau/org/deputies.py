"""代录与代理: in whose name somebody may act, on a given day."""

from datetime import date

from bureau.org.models import Deputy, Person


def principals_of(person, day: date) -> list[Person]:
    """Those in whose name `person` may act on `day`, each with `hand` set; chains do not follow."""
    return Deputy.objects.filter(deputy=person).actors(day)


def deputies_of(person, day: date) -> list[Person]:
    """Those who may act in the name of `person` on `day`, each once: whoever tells `person` tells them too."""
    rows = Deputy.objects.filter(principal=person).in_force(day).select_related("deputy__unit")
    return list({row.deputy_id: row.deputy for row in rows}.values())
