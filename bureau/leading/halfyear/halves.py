"""Half-years, and how they are named in addresses: a year and h1 or h2."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from appraisal.models import Period as Appraisal
from bureau.pages import period
from bureau.pages.period import Period

FIRST, SECOND = "h1", "h2"
PARTS = (FIRST, SECOND)
NOTICE, SPECIAL = "notice", "special"  # what is begun of one


@dataclass(frozen=True)
class Half:
    year: int
    part: str

    @classmethod
    def of(cls, day: date) -> "Half":
        return cls(day.year, FIRST if day.month <= 6 else SECOND)

    @classmethod
    def usual(cls, today: date, since: date) -> "Half":
        """The last that is over; of a house that began later (`since`: the first matter's day) the one that runs."""
        running = cls.of(today)
        over = cls(today.year, FIRST) if running.part == SECOND else cls(today.year - 1, SECOND)
        return over if over.period.end >= since else running

    @property
    def period(self) -> Period:
        return period.of(self.year, self.part)

    @property
    def appraised(self) -> Q:
        """The appraisal that belongs to it: of the half-year, or at its end of the year."""
        part = Appraisal.Part.HALF if self.part == FIRST else Appraisal.Part.YEAR
        return Q(year=self.year, part=part)

    def occasion(self, what: str) -> str:
        return f"half.{self.year}{self.part}.{what}"
