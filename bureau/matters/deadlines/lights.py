"""Lights of matters and duties: computed from the due time, never stored. One definition for display and query."""

from datetime import datetime
from functools import cached_property

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from bureau.matters.models import Duty, Matter, Phase
from bureau.org.calendar import current_calendar
from bureau.org.worktime import Calendar, light, workdays_left, yellow_until

WORDS = {"green": "正常", "yellow": "临期", "red": "逾期", "grey": "办结"}


class Lights:
    """The lights at one moment. Make one per page: it reads the calendar once, and only where days are counted.

    A report that waits for review stops the light: what counts is when it was sent.
    """

    def __init__(self, now: datetime | None = None) -> None:
        self.now = now or timezone.now()

    @cached_property
    def calendar(self) -> Calendar:
        return current_calendar()

    @cached_property
    def soon(self) -> datetime:
        """What is due until then is nearly due."""
        return yellow_until(self.now, self.calendar)

    def of(self, matter: Matter) -> str:
        """green, yellow, red, grey; empty for what does not run (preparing, suspended, void)."""
        if matter.phase == Phase.CLOSED:
            return "grey"
        if matter.phase != Phase.RUNNING:
            return ""
        if matter.finished_at and matter.due_at:
            return "red" if matter.finished_at > matter.due_at else "green"
        return light(matter.due_at, self.now, self.calendar, closed=False)

    def of_duty(self, duty: Duty) -> str:
        return light(duty.due_at, self.now, self.calendar, closed=duty.done_at is not None)

    def note_of(self, matter: Matter) -> str:
        """How much time is left or gone, where that is worth a word; none once the report was sent."""
        if matter.finished_at or self.of(matter) not in ("yellow", "red"):
            return ""
        return self.note(matter.due_at)

    def note(self, due_at: datetime | None) -> str:
        """「剩 2 个工作日」「今天到期」「超 3 个工作日」; empty without a date."""
        if due_at is None:
            return ""
        left = workdays_left(self.now, due_at, self.calendar)
        if due_at < self.now:
            return f"超 {-left} 个工作日" if left else "已逾期"
        return f"剩 {left} 个工作日" if left else "今天到期"

    def condition(self, words: str, to: str = "") -> Q:
        """The same lights as a condition on the cover reached by `to` ("matter__" or ""). What is green is `undated`, which
        runs without a date, or `dated`."""

        def q(**terms: object) -> Q:
            return Q(**{f"{to}{name}": value for name, value in terms.items()})

        if words == "grey":
            return q(phase=Phase.CLOSED)
        running, undated = q(phase=Phase.RUNNING), q(due_at__isnull=True)
        if words == "undated":
            return running & undated
        if words == "dated":
            return self.condition("green", to) & ~undated
        late = late_at(self.now, to)
        if words == "red":
            return running & late
        near = q(due_at__lte=self.soon, finished_at__isnull=True)
        in_time = undated | ~late
        return running & in_time & (near if words == "yellow" else (~near | undated))


def late_at(now: datetime, to: str = "") -> Q:
    """Past its due time: compared with when the report was sent, or with now where none was."""
    return Q(**{f"{to}due_at__lt": Coalesce(f"{to}finished_at", now)})
