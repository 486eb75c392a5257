"""Which days count: Monday to Friday, corrected by the exceptions the State Council announces each year."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")
HOURS = ((time(8, 30), time(12)), (time(14, 30), time(17, 30)))
# 法定节假日 whose dates follow no announcement (全国年节及纪念日放假办法, 2025-01-01). Those by the moon or the sun wait for it.
BY_LAW = {
    (1, 1): "元旦",
    (5, 1): "劳动节",
    (5, 2): "劳动节",
    (10, 1): "国庆节",
    (10, 2): "国庆节",
    (10, 3): "国庆节",
}
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
    been entered; any other year is only a guess, in which the days off BY_LAW are sure. `periods`: working hours, in order.
    """

    exceptions: Mapping[date, DayOff | DayOn] = field(default_factory=dict)
    known_years: frozenset[int] = frozenset()
    periods: tuple[tuple[time, time], ...] = HOURS

    def __post_init__(self):
        if not self.periods or list(self.periods) != sorted(self.periods):
            raise ValueError("working hours must be at least one period, and in order")

    def is_workday(self, day: date) -> bool:
        """Whether offices are open that day."""
        exception = self.exception(day)
        return day.weekday() < 5 if exception is None else isinstance(exception, DayOn)

    def exception(self, day: date) -> DayOff | DayOn | None:
        """What is entered for that day; in a year without an announcement, else what the law says."""
        if day in self.exceptions or self.known(day):
            return self.exceptions.get(day)
        feast = BY_LAW.get((day.month, day.day))
        return DayOff(feast) if feast else None

    def why_off(self, day: date) -> str:
        """「国庆节」 or 「周六」; empty for a working day."""
        if self.is_workday(day):
            return ""
        exception = self.exception(day)
        return exception.name if exception else WEEKDAYS[day.weekday()]

    def known(self, day: date) -> bool:
        """Whether the announcement for that day's year has been entered."""
        return day.year in self.known_years
