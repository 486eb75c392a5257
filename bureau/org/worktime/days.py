"""Which days count: Monday to Friday, corrected by the exceptions the State Council announces each year."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")
HOURS = ((time(8, 30), time(12)), (time(14, 30), time(17, 30)))
WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


@dataclass(frozen=True)
class DayOff:
    """放假: nobody works although it may be a weekday. `name` is the feast, 「国庆节」."""

    name: str


@dataclass(frozen=True)
class DayOn:
    """调休上班: a Saturday or Sunday that is worked. `name` is the feast it makes up for."""

    name: str


@dataclass(frozen=True)
class Calendar:
    """The working time of the county.

    `exceptions`: the days that differ from Monday–Friday. `known_years`: the years whose announcement has
    been entered; any other year is only a guess. `periods`: working hours, in order.
    """

    exceptions: Mapping[date, DayOff | DayOn] = field(default_factory=dict)
    known_years: frozenset[int] = frozenset()
    periods: tuple[tuple[time, time], ...] = HOURS

    def __post_init__(self):
        if not self.periods or list(self.periods) != sorted(self.periods):
            raise ValueError("working hours must be at least one period, and in order")

    def is_workday(self, day: date) -> bool:
        """Whether offices are open that day."""
        exception = self.exceptions.get(day)
        return day.weekday() < 5 if exception is None else isinstance(exception, DayOn)

    def why_off(self, day: date) -> str:
        """「国庆节」 or 「周六」; empty for a working day."""
        if self.is_workday(day):
            return ""
        exception = self.exceptions.get(day)
        return exception.name if exception else WEEKDAYS[day.weekday()]

    def known(self, day: date) -> bool:
        """Whether the announcement for that day's year has been entered."""
        return day.year in self.known_years
