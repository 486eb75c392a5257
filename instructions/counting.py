"""Instructions counted: by leader, level, unit and month, in the customary order and never by score.

Everything is read in a handful of queries, however many there are."""

from calendar import monthrange
from collections import defaultdict
from math import inf

from django.db.models import Count, F, Q

from bureau.matters.counting.figures import flag
from bureau.matters.counting.spells import day
from bureau.matters.models import Entry
from bureau.org.models import Unit
from instructions.figures import NOBODY, OWN, RETURNS, SENT, Figure, conditions, handler, joined
from instructions.models import Instruction, Level
from instructions.spells import spells
from instructions.tally import Line, Tally

LEVELS = {level: place for place, level in enumerate(Level.values)}  # from the centre down
WORDS = {"leader": "leader_name", "level": "level", "account": "leader"}


class Counting:
    """What a person sees of the instructions registered in a period, counted at the moment of the lights."""

    def __init__(self, person, period, lights):
        self.period = period
        seen = Instruction.objects.visible_to(person).filter(matter__registered_at__range=period.moments)
        figures = conditions(lights)
        records = joined(seen).filter(figures[Figure.RECEIVED])
        self.rows = [
            row | {"figures": [name for name in figures if row[f"is_{name}"]]}
            for row in columns(records, figures)
        ]
        self.times, self.spells = times_of(records), spells(records, lights.calendar)

    @property
    def total(self) -> Line:
        (tally,) = self.grouped(lambda row: "").values() or [Tally()]
        return Line("合计", {}, tally)

    @property
    def leaders(self) -> list[Line]:
        found = self.grouped(lambda row: (LEVELS[row["level"]], row["account"] or inf, row["leader"]))
        levels = list(LEVELS)
        return [
            Line(named(name, levels[level]), {"first": name, "first_level": levels[level]}, found[key])
            for key in sorted(found)
            for level, _account, name in [key]
        ]

    @property
    def levels(self) -> list[Line]:
        found = self.grouped(lambda row: row["level"])
        return [Line(Level(key).label, {"first_level": key}, found[key]) for key in LEVELS if key in found]

    @property
    def units(self) -> list[Line]:
        """Of what is pursued, by who leads it now; a round's days by who handed its result in."""
        found = self.grouped(lambda row: row["handler"], lambda spell: spell.handler, pursued=True)
        order = [*Unit.objects.filter(short__in=found).values_list("short", flat=True), OWN, NOBODY]
        return [Line(name, {"lead": name}, found[name]) for name in order if name in found]

    @property
    def months(self) -> list[Line]:
        found = self.grouped(lambda row: day(row["matter__registered_at"]).replace(day=1))
        return [Line(f"{month:%Y-%m}", self.within(month), found[month]) for month in sorted(found)]

    def grouped(self, key, sender=None, pursued=False) -> dict[object, Tally]:
        """Tallies by the key of each row; days go with their matter, or by `sender` of the spell."""
        groups, places = defaultdict(Tally), {}
        for row in self.rows:
            if not pursued or row["is_pursued"]:
                place = places[row["pk"]] = key(row)
                groups[place].add(row["figures"], self.times.get(row["pk"], {}))
        for spell in self.spells:
            if spell.matter in places:
                groups[sender(spell) if sender else places[spell.matter]].days.append(spell.days)
        return groups

    def within(self, month) -> dict[str, str]:
        """The days of the period that lie in this month, as the ledger is asked for them."""
        last = month.replace(day=monthrange(month.year, month.month)[1])
        return asked_days(max(month, self.period.start), min(last, self.period.end))


def asked_days(start, end) -> dict[str, str]:
    """Registered from `start` to `end`, as the ledger's address says it."""
    return {"received_min": f"{start}", "received_max": f"{end}"}


def columns(records, figures: dict):
    """What each instruction counts by."""
    flags = {f"is_{name}": flag(condition) for name, condition in figures.items()}
    words = {name: F(f"opening__{column}") for name, column in WORDS.items()}
    found = records.order_by().annotate(handler=handler(), **words, **flags)
    return found.values("pk", "matter__registered_at", "handler", *words, *flags)


def times_of(records) -> dict[int, dict]:
    """How often a result of each was sent, and came back."""
    lines = Entry.objects.filter(matter__in=records.order_by().values("pk"), step__in=RETURNS + SENT)
    counts = {
        "sent": Count("pk", filter=Q(step__in=SENT)),
        "returned": Count("pk", filter=Q(step__in=RETURNS)),
    }
    found = lines.order_by().values("matter").annotate(**counts)
    return {row["matter"]: {name: row[name] for name in counts} for row in found}


def named(leader: str, level: str) -> str:
    """A leader from above the county bears the level; several may be called alike."""
    return leader if level == Level.COUNTY else f"{leader}（{Level(level).label}）"
