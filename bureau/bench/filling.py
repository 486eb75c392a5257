"""A hundred thousand decisions of four years, nearly all closed, the rest in every state and light."""

from collections import Counter
from random import Random

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from bureau.bench.cast import Cast
from bureau.bench.dates import Dates, dates
from bureau.bench.road import NEEDED, Road
from bureau.bench.scale import Scale
from bureau.bench.words import decision
from bureau.demo.rows.folder import Folder, Keys, copy, go_on_behind
from bureau.matters import seals
from bureau.matters.access.search import fold
from bureau.matters.models import Register, Serial
from bureau.org.models import Urgency
from bureau.org.worktime import local
from directives import flow
from directives.models import Source

PER_SOURCE = 25
CHUNK = 1_000  # matters copied at a time
STATES = {  # of a thousand that are not there to be dispatched
    flow.CLOSED: 960,
    flow.RUNNING: 27,
    flow.DRAFT: 4,
    flow.PROPOSED: 4,
    flow.REVIEWING: 3,
    flow.SUSPENDED: 2,
}
CO_UNITS = {0: 30, 1: 20, 2: 15, 3: 12, 5: 12, 8: 8, 15: 3}  # how many, how often


def fill(scale: Scale) -> None:
    """Deterministic but for the day: everything is dated from now."""
    filling = Filling(scale)
    for first in range(0, scale.matters, CHUNK):
        places = range(first, min(first + CHUNK, scale.matters))
        with transaction.atomic():
            copy([filling.folder(place) for place in places])
    filling.number_on()
    go_on_behind()


class Filling:
    def __init__(self, scale: Scale):
        self.cast, self.keys, self.chance, self.now = Cast(), Keys(), Random(2026), timezone.now()
        self.sources = sources(self.cast.officers[0], self.now, -(-scale.matters // PER_SOURCE))
        self.to_dispatch = scale.batch * scale.writes
        self.numbers = Counter()
        self.register = Register()

    def folder(self, place: int) -> Folder:
        """The decision at this place; the first ones wait to be dispatched."""
        (state,) = self.chance.choices(list(STATES), list(STATES.values()))
        state = flow.APPROVED if place < self.to_dispatch else state
        when, units = dates(self.chance, state, self.now), self.units()
        title, source = decision(self.chance, place), self.sources[place // PER_SOURCE]
        cover = self.cover(state, when) | {"title": title}
        words = " ".join([cover["number"] or "", title, *(unit.short for unit in units), str(source)])
        cover["words"] = fold(words)
        record = {"source_id": source.pk, "ordinal": place % PER_SOURCE + 1, "due": local(when.due).date()}
        if flow.RUNNING in NEEDED[state]:
            record["notice_number"] = self.number("通", when.opened)
        folder = Folder(self.keys, self.chance.choice(self.cast.officers), cover, record)
        folder.plan(units)
        Road(folder, self.cast, when, self.chance).travel(state)
        self.enter(folder)
        return folder

    def enter(self, folder: Folder) -> None:
        """Its place in the register, and the seal over its whole timeline."""
        register, matter = self.register, folder.matter
        register.count += 1
        register.head = seals.of_place(register.count, matter.id, register.head)
        matter.place, matter.link = register.count, register.head
        folder.seal()

    def cover(self, state: str, when: Dates) -> dict:
        needed = NEEDED[state]
        return {
            "urgency": Urgency.MINUTES.value,
            "number": self.number("", when.registered) if flow.APPROVED in needed else None,
            "registered_at": when.registered,
            "due_at": when.due,
            "finished_at": when.finished if flow.REVIEWING in needed else None,
            "closed_at": when.closed if flow.CLOSED in needed else None,
        }

    def number(self, series: str, at) -> str:
        year = local(at).year
        self.numbers[series, year] += 1
        return f"{settings.NUMBER_MARK}{series}〔{year}〕{self.numbers[series, year]}号"

    def units(self) -> list:
        """The lead and its co-units, none twice."""
        (co,) = self.chance.choices(list(CO_UNITS), list(CO_UNITS.values()))
        drawn = self.chance.choices(self.cast.units, self.cast.weights, k=co + 1)
        return list(dict.fromkeys(drawn))

    def number_on(self) -> None:
        """Numbers and places given from now on follow these."""
        self.register.pk, self.register.seal = 1, seals.of_register(self.register.count, self.register.head)
        self.register.save(force_insert=True)
        counted = [
            Serial(series=series, year=year, last=last) for (series, year), last in self.numbers.items()
        ]
        Serial.objects.bulk_create(counted)


def sources(officer, now, count: int) -> list[Source]:
    day = local(now).date()
    made = [
        Source(
            kind=Source.Kind.EXECUTIVE,
            title="桃溪县人民政府常务会议纪要",
            number=f"〔{day.year}〕{place}号",
            date=day,
            registered_by=officer,
            registered_at=now,
        )
        for place in range(1, count + 1)
    ]
    return Source.objects.bulk_create(made, batch_size=1000)
