"""How long matters were in hand: the working days from the day one was given out to the day its result was sent. The first
day does not count, nor does what was suspended."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bureau.matters.models import Entry
from bureau.matters.rooms import keys_of
from bureau.org.worktime import local, nth_workdays


@dataclass(frozen=True)
class Spell:
    """One stretch in hand: of which matter, who handed the result in, after how many working days."""

    matter: int
    handler: str
    days: int


def spells_of(stretches: Iterable[tuple], matters, calendar) -> list[Spell]:
    """Of stretches (matter, handler, opened, finished) of these matters (a queryset of keys). One query, each day of the
    calendar looked at once."""
    stops, stretches = stops_of(matters), list(stretches)
    moments = [moment for *_about, opened, finished in stretches for moment in (opened, finished)]
    moments += [moment for pairs in stops.values() for pair in pairs for moment in pair]
    nth = nth_workdays(day(min(moments)), day(max(moments)), calendar) if moments else {}

    def between(first, last) -> int:
        return nth[day(last)] - nth[day(first)]

    def spell(matter: int, handler: str, opened, finished) -> Spell:
        stood = [stop for stop in stops.get(matter, ()) if opened <= stop[0] <= finished]
        return Spell(matter, handler, between(opened, finished) - sum(between(*stop) for stop in stood))

    return [spell(*stretch) for stretch in stretches]


def stops_of(matters) -> dict[int, list]:
    """From when to when each matter was suspended."""
    stopping, going_on = keys_of(lambda room: room.stops), keys_of(lambda room: room.goes_on)
    turns = Entry.objects.filter(step__in=[*stopping, *going_on], matter__in=matters)
    stops, since = defaultdict(list), {}
    for matter, step, at in turns.order_by("matter", "seq").values_list("matter", "step", "at"):
        if step in stopping:
            since[matter] = at
        else:
            stops[matter].append((since.pop(matter, at), at))
    return stops


def day(moment) -> date:
    return local(moment).date()
