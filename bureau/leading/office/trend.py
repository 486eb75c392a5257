"""近十三个月: what was registered in each month, and how that stands now — the one count of matters."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from bureau.matters.counting.measures import MEASURES, Tally
from bureau.matters.counting.tallies import Counting, in_period
from bureau.matters.deadlines.lights import Lights
from bureau.org.models import Person
from bureau.pages.period import Period, between
from bureau.press.typeset.sheets import Chart, Strand

MONTHS = 13
DRAWN = ("registered", "closed", "overdue")


@dataclass(frozen=True)
class Month:
    """`url`: the figures of that month, which say the same."""

    first: date
    tally: Tally

    @property
    def label(self) -> str:
        return f"{self.first:%Y-%m}"

    @property
    def url(self) -> str:
        asked = {"year": self.first.year, "part": self.first.month}
        return f"{reverse('reports:figures')}?{urlencode(asked)}"


def months_until(today: date) -> list[date]:
    """The first days of this month and the twelve before it, in time."""
    last = today.year * 12 + today.month - 1
    return [date(place // 12, place % 12 + 1, 1) for place in range(last - MONTHS + 1, last + 1)]


def period_until(today: date) -> Period:
    return between(months_until(today)[0], today)


def trend(person: Person, today: date, lights: Lights) -> list[Month]:
    found = Counting(in_period(person, period_until(today)), lights).tallied(lambda row: row["month"])
    return [Month(first, found[first]) for first in months_until(today)]


def chart(months: list[Month]) -> Chart:
    strands = tuple(
        Strand(MEASURES[name], tuple(month.tally.value(name) for month in months), red=name == "overdue")
        for name in DRAWN
    )
    return Chart("lines", tuple(month.label for month in months), strands)
