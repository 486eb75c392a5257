"""Matters of all rooms by words."""

from django.db.models import QuerySet

from bureau.matters.models import Matter
from bureau.matters.rooms import rooms
from bureau.org.models import Person


def found_by(person: Person, words: str) -> QuerySet[Matter]:
    """By what stands on the covers, and by what a room has besides for who reads it."""
    covers = Matter.objects.search(words).order_by().values("pk")
    said = [room.finds(person, words).order_by().values("pk") for room in rooms() if room.finds]
    return Matter.objects.visible_to(person).filter(pk__in=covers.union(*said))
