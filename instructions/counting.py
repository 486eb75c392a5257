"""Instructions counted: by leader, level, unit and month, in the customary order and never by score."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from math import inf

from django.db.models import F

from bureau.matters.counting.measures import Tally
from bureau.matters.counting.tallies import Counting as AnyCounting
from bureau.matters.counting.tallies import in_period
from bureau.matters.rooms import Room, room_of
from bureau.org.posts import Function
from instructions.figures import NOBODY, OWN, handler, joined
from instructions.models import Instruction, Level
from instructions.tally import Line

LEVELS = {level: place for place, level in enumerate(Level.values)}  # from the centre down
WORDS = {"level": "level", "account": "leader"}


class Counting(AnyCounting):
    """What a person sees of the instructions registered in a period, counted at the moment of the lights."""

    def __init__(self, person, period, lights):
        self.period = period
        super().__init__(in_period(person, period).filter(kind=Function.INSTRUCTIONS), lights)
        for key, values in self.first_words():
            self.rows[key] |= values

    def rooms(self) -> list[Room]:
        return [room_of(Function.INSTRUCTIONS)]

    def first_words(self) -> Iterable[tuple[int, dict]]:
        """Of each the level and the account of the leader whose first word it is, and who handles it."""
        found = joined(Instruction.objects.filter(matter__in=self.matters.values("pk"))).order_by()
        named = {name: F(f"opening__{column}") for name, column in WORDS.items()}
        for key, *values in found.annotate(handler=handler(), **named).values_list("pk", "handler", *named):
            yield key, dict(zip(("handler", *named), values, strict=True))

    @property
    def whole(self) -> Line:
        return Line("合计", {}, self.total)

    @property
    def leaders(self) -> list[Line]:
        found = self.tallied(lambda row: (LEVELS[row["level"]], row["account"] or inf, row["leader"]))
        levels = list(LEVELS)
        return [
            Line(named(name, levels[level]), {"first": name, "first_level": levels[level]}, found[key])
            for key in sorted(found)
            for level, _account, name in [key]
        ]

    @property
    def levels(self) -> list[Line]:
        found = self.tallied(lambda row: row["level"])
        return [Line(Level(key).label, {"first_level": key}, found[key]) for key in LEVELS if key in found]

    @property
    def units(self) -> list[Line]:
        """Of what is pursued, by who leads it now; a round's days by who handed its result in."""
        found: dict[str, Tally] = defaultdict(Tally)
        for row in self.rows.values():
            if row["pursued"]:
                found[row["handler"]].add(row)
        for spell in self.spells:
            if self.rows[spell.matter]["pursued"]:
                found[spell.handler].days.append(spell.days)
        order = [*(short for short, _class in self.names.units.values()), OWN, NOBODY]
        return [Line(name, {"lead": name}, found[name]) for name in order if name in found]

    @property
    def months(self) -> list[Line]:
        found = self.tallied(lambda row: row["month"])
        return [Line(f"{month:%Y-%m}", self.within(month), found[month]) for month in sorted(found)]

    def within(self, month) -> dict[str, str]:
        """The days of the period that lie in this month, as the ledger is asked for them."""
        last = month.replace(day=monthrange(month.year, month.month)[1])
        return asked_days(max(month, self.period.start), min(last, self.period.end))


def asked_days(start, end) -> dict[str, str]:
    """Registered from `start` to `end`, as the ledger's address says it."""
    return {"received_min": f"{start}", "received_max": f"{end}"}


def named(leader: str, level: str) -> str:
    """A leader from above the county bears the level; several may be called alike."""
    return leader if level == Level.COUNTY else f"{leader}（{Level(level).label}）"
