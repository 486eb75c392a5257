"""The people of a large county: the demo's units and posts, and so many liaisons that lists grow long."""

from itertools import cycle

from bureau.demo import cast
from bureau.org import seed
from bureau.org.models import Person, Posting, Unit
from bureau.org.posts import Post


def build(persons: int) -> None:
    """Units, posts and portfolios of the demo county; liaisons added until there are `persons` people."""
    seed.fill()
    cast.build()
    lacking = persons - Person.objects.count()
    units = cycle(Unit.objects.exclude(unit_class=Unit.Class.BUREAU))
    added = [liaison(place, unit) for place, unit in zip(range(lacking), units, strict=False)]
    Person.objects.bulk_create(added, batch_size=500)
    Posting.objects.bulk_create([Posting(person=one, post=Post.LIAISON) for one in added], batch_size=1000)


def liaison(place: int, unit: Unit) -> Person:
    return Person(username=f"liaison-{place}", password="!", name=f"{unit.short}联络员{place}", unit=unit)
