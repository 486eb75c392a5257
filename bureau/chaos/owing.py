"""The duties that come due while plugs are pulled, and who must be told of each exactly once."""

from datetime import datetime, timedelta

from django.utils import timezone

from bureau.bench import county
from bureau.bench.cast import Cast
from bureau.bench.owed import Filling
from bureau.matters.models import Duty
from bureau.notices import watch
from bureau.notices.ladder import ORDER
from bureau.notices.models import Kind, News, Notice
from bureau.org.models import Person, Urgency
from bureau.org.posts import Post

Told = tuple[int, int, str, datetime]  # person, duty, news, due time


def prepare(duties: int, seconds: float) -> None:
    """A county on a working day, whatever day it is, whose duties fall due one after the other within `seconds`:
    every second one is new then, the others become late. The matters are 特急: all is urgent, at any hour."""
    county.build(persons=0)
    county.make_a_working_day()
    county.reach_liaisons()
    begin, step = timezone.now(), timedelta(seconds=seconds / duties)

    def standing(place: int) -> dict:
        at = begin + place * step
        if place % 2:
            return {"opened_at": at, "due_at": at + timedelta(days=60)}
        return {"due_at": at, "told_at": begin, "rung": ORDER[Kind.DUE]}

    Filling(Cast(), Urgency.FLASH).fill(duties, standing)
    watch.arm()


def told():
    """The notices of these duties."""
    return Notice.objects.filter(duty__matter__urgency=Urgency.FLASH)


def expected() -> set[Told]:
    """By plain counting, not by the rules of the sweep: everybody who answers for the unit, of each duty once."""
    answering = {}
    for person in Person.objects.filter(is_active=True, postings__post__in=[Post.LIAISON, Post.HEAD]):
        answering.setdefault(person.unit_id, set()).add(person.pk)
    due = Duty.objects.filter(matter__urgency=Urgency.FLASH).values_list(
        "pk", "holder_unit", "due_at", "rung"
    )
    return {
        (person, duty, News.LATE if rung else News.NEW, due_at)
        for duty, unit, due_at, rung in due
        for person in answering[unit]
    }
