"""The people of a large county: the demo's units and posts, and so many liaisons that lists grow long."""

from datetime import time, timedelta
from itertools import cycle

from django.utils import timezone

from bureau.demo import cast
from bureau.notices.models import Preference
from bureau.org import seed
from bureau.org.models import Person, Posting, Unit, WorkdayException
from bureau.org.posts import Post
from bureau.org.worktime import local

MIDNIGHT = time(0)


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


def make_a_working_day() -> None:
    """Today, and tomorrow should midnight pass: rungs are told on working days only."""
    today = local(timezone.now()).date()
    for day in (today, today + timedelta(days=1)):
        WorkdayException.objects.update_or_create(day=day, defaults={"working": True, "name": "测试"})


def reach_liaisons() -> None:
    """The liaisons are reached outside as well, at any hour; everybody else only inside."""
    liaisons = Person.objects.filter(postings__post=Post.LIAISON)
    always = {"quiet_from": MIDNIGHT, "quiet_to": MIDNIGHT}
    reached = [Preference(person=person, mobile=f"138{person.pk:08}", **always) for person in liaisons]
    Preference.objects.bulk_create(
        reached, update_conflicts=True, unique_fields=["person"], update_fields=["mobile", *always]
    )
