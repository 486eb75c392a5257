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
    def ended(cls, today: date) -> "Half":
        """The last that is over."""
        return cls(today.year, FIRST) if today.month > 6 else cls(today.year - 1, SECOND)

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
