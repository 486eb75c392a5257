"""The moved clock of the play. Only the demo command uses it, in a process that serves nobody."""

from contextlib import contextmanager
from datetime import date, datetime, timedelta

from django.utils import timezone

from bureau.org.worktime import ZONE, Calendar, add_workdays

DAY = timedelta(days=1)


@contextmanager
def at(moment: datetime):
    """Inside the block `django.utils.timezone.now()` answers `moment` (aware), for this process alone."""
    real = timezone.now
    timezone.now = lambda: moment
    try:
        yield
    finally:
        timezone.now = real


class Days:
    """Dates told in working days from today: −1 is the last one before today, 0 today, 1 the next one."""

    def __init__(self, today: date, calendar: Calendar):
        self.today, self.calendar = today, calendar

    def day(self, number: int) -> date:
        return add_workdays(self.today, number, self.calendar) if number >= 0 else self._before(-number)

    def _before(self, number: int) -> date:
        day = self.today
        for _ in range(number):
            day -= DAY
            while not self.calendar.is_workday(day):
                day -= DAY
        return day

    def moment(self, number: int, share: float) -> datetime:
        """When `share` (0 ≤ share < 1) of that day's working time has passed."""
        spans = [self._span(number, *period) for period in self.calendar.periods]
        left = share * sum((end - start for start, end in spans), timedelta())
        for start, end in spans:
            if left < end - start:
                return (start + left).replace(microsecond=0)
            left -= end - start
        raise ValueError(f"not a share of a day: {share}")

    def _span(self, number: int, opens, closes) -> tuple[datetime, datetime]:
        day = self.day(number)
        return datetime.combine(day, opens, ZONE), datetime.combine(day, closes, ZONE)
