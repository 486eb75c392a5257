"""The figures of all functions in a half-year, without what is sealed: those of the guide, of both drafts, and of 督查统计 as it is asked
from here."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse

from bureau.leading.halfyear.halves import Half
from bureau.matters.counting.measures import Tally
from bureau.matters.counting.tallies import Counting, in_period
from bureau.matters.deadlines.lights import Lights
from bureau.org.models import Person

COLUMNS = {  # head, name in a tally
    "登记": "registered",
    "立项办理": "pursued",
    "办结": "closed",
    "已到期": "due",
    "按期办结": "on_time",
    "逾期未办结": "overdue",
}
NOBODY = "未定"


@dataclass(frozen=True)
class Counted:
    counting: Counting
    half: Half

    @cached_property
    def by_function(self) -> list[tuple[str, Tally]]:
        return self.counting.grouped("function")

    @cached_property
    def total(self) -> Tally:
        return self.counting.total

    @property
    def late_units(self) -> list[tuple[str, int]]:
        """Leads with something overdue, in the customary order."""
        units = ((label, tally.counts["overdue"]) for label, tally in self.counting.grouped("lead"))
        return [(label, count) for label, count in units if count and label != NOBODY]

    @property
    def rows(self) -> list[list[str]]:
        """The table of both drafts: heads, a row for each function, the sums."""
        lines = [*self.by_function, ("合计", self.total)]
        return [["业务", *COLUMNS], *([label, *map(str, numbers(tally))] for label, tally in lines)]

    @property
    def url(self) -> str:
        return figures_url(self.half, unsealed="on")


def numbers(tally: Tally) -> list[int]:
    return [tally.counts[name] for name in COLUMNS.values()]


def headed(tally: Tally) -> list[tuple[str, int]]:
    """Each number under its head."""
    return list(zip(COLUMNS, numbers(tally), strict=True))


def figures_url(half: Half, **more: str) -> str:
    asked = {"year": half.year, "part": half.part, "by": "function", **more}
    return f"{reverse('reports:figures')}?{urlencode(asked)}"


def counted(person: Person, half: Half, lights: Lights) -> Counted:
    return Counted(Counting(in_period(person, half.period, sealed=False), lights), half)
