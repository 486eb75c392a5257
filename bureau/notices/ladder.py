"""The ladder of urging: which rung a duty has reached, by the working days to or since its due time (facts §2.4).

A rung before the due date is reached when that many working days are left, one after it when that many have
passed; days off count for neither, so a due date on a day off reaches 「当日到期」 on the last working day before.
"""

from datetime import timedelta
from functools import cached_property

from django.db.models import Q
from django.utils import timezone

from bureau.notices.models import Kind, Rung
from bureau.org.calendar import current_calendar
from bureau.org.models import Urgency
from bureau.org.worktime import add_workdays, end_of_day, local

TOLD = (Kind.REMIND, Kind.DUE, Kind.LATE)  # by the clock
PAPERS = (Kind.SLIP, Kind.LETTER, Kind.RED)  # issued by a person
ORDER = {kind: place for place, kind in enumerate((*TOLD, *PAPERS), 1)}
ELSE = ""
# Working days before (negative) and after the due date, where the bureau has entered none.
DEFAULTS = {
    ELSE: {"remind": -3, "due": 0, "late": 1, "slip": 1, "letter": 3, "red": 7},
    Urgency.FLASH: {"remind": -1, "due": 0, "late": 0, "slip": 0, "letter": 1, "red": 3},
    Urgency.URGENT: {"remind": -1, "due": 0, "late": 0, "slip": 1, "letter": 2, "red": 5},
    Urgency.LONGTERM: {"remind": -5, "due": 0, "late": 1, "slip": 1, "letter": 3, "red": 7},
}
DAY = timedelta(days=1)


class Ladder:
    """The rungs at one moment. Make one per sweep or page: it reads calendar and table once."""

    def __init__(self, now=None):
        self.now = now or timezone.now()
        self.today = local(self.now).date()
        self.calendar = current_calendar()
        self.offsets = offsets(entered())

    def until(self, urgency: str, kind: str):
        """Duties of that urgency due at or before this moment have reached the rung."""
        return self._until[urgency, kind]

    @cached_property
    def _until(self) -> dict:
        """Reckoned once: a sweep asks for each of its duties."""
        return {(urgency, kind): self._reckoned(urgency, kind) for urgency in self.offsets for kind in ORDER}

    def _reckoned(self, urgency: str, kind: str):
        workdays = self.offsets[urgency][kind]
        if kind in (Kind.REMIND, Kind.DUE):
            return end_of_day(add_workdays(self.today, 1 - workdays, self.calendar) - DAY)
        if workdays <= 0:
            return self.now
        return min(self.now, end_of_day(self._workday_back(workdays) - DAY))

    def reached(self, due_at, urgency: str, kinds=TOLD) -> str:
        """The highest of `kinds` that a duty has reached; empty without a due time or before the first rung."""
        if due_at is None:
            return ""
        return max((kind for kind in kinds if due_at <= self.until(urgency, kind)), key=ORDER.get, default="")

    def condition(self, kinds=TOLD) -> Q:
        """Duties that have reached one of `kinds`: the same rule, for the database."""
        found = Q(pk__in=[])
        for urgency in self.offsets:
            latest = max(self.until(urgency, kind) for kind in kinds)
            found |= Q(matter__urgency=urgency, due_at__lte=latest)
        return found

    def _workday_back(self, count: int):
        """The `count`-th working day back, today being the first if it is one."""
        day = self.today + DAY
        while count:
            day -= DAY
            count -= self.calendar.is_workday(day)
        return day


def entered() -> dict[tuple[str, str], int]:
    """The bureau's own rungs: working days by urgency and kind."""
    return {(rung.urgency, rung.kind): rung.workdays for rung in Rung.objects.all()}


def offsets(rungs: dict[tuple[str, str], int]) -> dict[str, dict[str, int]]:
    """Working days by urgency and kind: from the bureau's own `rungs`, else the defaults, the urgency's before the
    general."""

    def of(urgency, kind) -> int:
        own = rungs.get((urgency, kind), DEFAULTS.get(urgency, {}).get(kind))
        return own if own is not None else rungs.get((ELSE, kind), DEFAULTS[ELSE][kind])

    return {urgency: {kind: of(urgency, kind) for kind in ORDER} for urgency in Urgency.values}
