"""How long instructions were in hand: for each round whose result was accepted, the working days from the day it was
given out to the day the result was sent. The first day does not count, nor does what was suspended."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache

from bureau.matters.models import Entry, Reply
from bureau.org.worktime import local, workdays_between
from instructions import flow
from instructions.figures import OWN
from instructions.models import Round


@dataclass(frozen=True)
class Spell:
    """One round in hand: of which matter, who handed the result in, after how many working days."""

    matter: int
    handler: str
    days: int


def spells(records, calendar) -> list[Spell]:
    """Of these instructions (a queryset); three queries, each pair of days counted once."""
    keys = records.order_by().values("pk")
    rounds = Round.objects.filter(instruction__in=keys, finished_at__isnull=False, opened_at__isnull=False)
    senders, stops = senders_of(keys), stops_of(keys)

    @cache
    def between(first: date, last: date) -> int:
        return workdays_between(first, last, calendar)

    def spell(matter: int, opened, finished) -> Spell:
        stood = [stop for stop in stops[matter] if opened <= stop[0] <= finished]
        lost = sum(between(*map(day, stop)) for stop in stood)
        handler = senders.get((matter, finished), OWN)
        return Spell(matter, handler, between(day(opened), day(finished)) - lost)

    return [spell(*row) for row in rounds.values_list("instruction", "opened_at", "finished_at")]


def senders_of(keys) -> dict[tuple, str]:
    """The unit that sent each accepted result, by matter and moment: a later round may have another lead."""
    accepted = Reply.objects.filter(
        kind=Reply.Kind.FINAL, state=Reply.State.ACCEPTED, assignment__matter__in=keys
    )
    columns = ("assignment__matter", "sent_at", "assignment__unit__short")
    return {(matter, at): unit for matter, at, unit in accepted.values_list(*columns)}


def stops_of(keys) -> dict[int, list]:
    """From when to when each matter was suspended."""
    turns = Entry.objects.filter(matter__in=keys, step__in=[flow.SUSPEND.key, flow.RESUME.key])
    stops = defaultdict(list)
    for matter, step, at in turns.order_by("matter", "seq").values_list("matter", "step", "at"):
        if step == flow.SUSPEND.key:
            since = at
        else:
            stops[matter].append((since, at))
    return stops


def day(moment) -> date:
    return local(moment).date()
