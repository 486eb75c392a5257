"""Units for which nobody would read what they are asked: without a liaison or a head in service; and those of which no
leader would be in charge."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from bureau.org.models import Person, Portfolio, Unit
from bureau.org.posts import Post


def serving() -> QuerySet[Person]:
    """Who in service answers for a unit."""
    return Person.objects.filter(is_active=True, postings__post__in=(Post.LIAISON, Post.HEAD))


def unserved(units: Iterable[Unit]) -> list[Unit]:
    """Those of them without anybody, each once. One query, where there are any."""
    asked = list(dict.fromkeys(units))
    served = serving().filter(unit__in=asked).values_list("unit", flat=True)
    found = set(served) if asked else set()
    return [unit for unit in asked if unit.pk not in found]


def left_alone(people: Iterable[int]) -> list[Unit]:
    """The units in use that would be without anybody, were these (keys of people) gone."""
    keys = list(people)
    theirs = serving().filter(unit=OuterRef("pk"))
    units = Unit.objects.filter(Exists(theirs.filter(pk__in=keys)), active=True)
    return list(units.exclude(Exists(theirs.exclude(pk__in=keys))))


def led_by(people: Iterable[int]) -> list[Portfolio]:
    """What these people (keys) are in charge of."""
    return list(Portfolio.objects.filter(leader__in=list(people)).prefetch_related("units"))


def left_without_leader(*gone: Portfolio) -> list[Unit]:
    """The units in use of which no leader would be in charge for some of their functions, were these gone."""
    others = Portfolio.objects.exclude(pk__in=[one.pk for one in gone]).filter(leader__is_active=True)
    others = list(others.prefetch_related("units"))
    left = dict.fromkeys(unit for one in gone for unit in uncovered(one, others))
    return sorted(left, key=lambda unit: (unit.order, unit.pk))


def uncovered(portfolio: Portfolio, others: Iterable[Portfolio]) -> list[Unit]:
    """Its units in use that the others leave without a leader for some of its functions."""
    units = Unit.objects.filter(active=True) if portfolio.all_units else portfolio.units.filter(active=True)
    covered: dict[str, set] = {function: set() for function in portfolio.functions}
    for other in others:
        theirs = units if other.all_units else other.units.all()
        for function in covered.keys() & set(other.functions):
            covered[function].update(theirs)
    return [unit for unit in units if any(unit not in found for found in covered.values())]
