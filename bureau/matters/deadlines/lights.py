"""Lights of matters and duties: computed, never stored, from the due time and from when on a matter is behind the plan of its
room. One definition for display and query."""

from datetime import datetime
from functools import cached_property

from django.db.models import Case, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from bureau.matters.models import Duty, Matter, Phase
from bureau.org.calendar import current_calendar
from bureau.org.worktime import Calendar, light, workdays_left, yellow_until

WORDS = {"green": "正常", "yellow": "临期", "red": "逾期", "grey": "办结"}
BEHIND = {"yellow": "滞后", "red": "严重滞后"}


class Light(str):
    """The colour of a matter, as one compares it; `words`: what it says."""

    words: str

    def __new__(cls, colour: str, words: str = "") -> "Light":
        light = super().__new__(cls, colour)
        light.words = words or WORDS.get(colour, "")
        return light


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

    def of(self, matter: Matter) -> Light:
        """green, yellow, red, grey; empty for what does not run (preparing, suspended, void). Of date and plan the worse."""
        if matter.phase == Phase.CLOSED:
            return Light("grey")
        if matter.phase != Phase.RUNNING:
            return Light("")
        by_date, by_plan = self.by_date(matter), self.by_plan(matter)
        worse = by_plan and WORSE.index(by_plan) > WORSE.index(by_date)
        return Light(by_plan, BEHIND[by_plan]) if worse else Light(by_date)

    def by_date(self, matter: Matter) -> str:
        if matter.finished_at and matter.due_at:
            return "red" if matter.finished_at > matter.due_at else "green"
        return light(matter.due_at, self.now, self.calendar, closed=False)

    def by_plan(self, matter: Matter) -> str:
        """yellow, red, or nothing to say."""
        if matter.finished_at:
            return ""
        if matter.far_behind_at and matter.far_behind_at <= self.now:
            return "red"
        return "yellow" if matter.behind_at and matter.behind_at <= self.now else ""

    def of_duty(self, duty: Duty) -> str:
        return light(duty.due_at, self.now, self.calendar, closed=duty.done_at is not None)

    def note_of(self, matter: Matter) -> str:
        """How much time is left or gone, where that is worth a word; none once the report was sent."""
        if matter.finished_at or matter.phase != Phase.RUNNING:
            return ""
        if self.by_date(matter) not in ("yellow", "red"):
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

    def colour(self) -> Case:
        """Of running matters the light as `condition` says it, in one expression on the cover; empty of all others."""
        unreported = Q(finished_at__isnull=True)
        far, behind = Q(far_behind_at__lte=self.now), Q(behind_at__lte=self.now) | Q(due_at__lte=self.soon)
        return Case(
            When(~Q(phase=Phase.RUNNING), then=Value("")),
            When(late_at(self.now) | far & unreported, then=Value("red")),
            When(behind & unreported, then=Value("yellow")),
            default=Value("green"),
        )

    def condition(self, words: str, to: str = "") -> Q:
        """The same lights as a condition on the cover reached by `to` ("matter__" or ""). What is green is `undated`, which
        runs without a date, or `dated`; of what is red `overdue` is past its date."""

        def q(**terms: object) -> Q:
            return Q(**{f"{to}{name}": value for name, value in terms.items()})

        if words == "grey":
            return q(phase=Phase.CLOSED)
        running, undated = q(phase=Phase.RUNNING), q(due_at__isnull=True)
        if words in ("undated", "dated"):
            return self.condition("green", to) & (undated if words == "undated" else ~undated)
        late = late_at(self.now, to)
        if words == "overdue":
            return running & late
        far = q(far_behind_at__lte=self.now, finished_at__isnull=True)
        if words == "red":
            return running & (late | far)
        behind = q(behind_at__lte=self.now, finished_at__isnull=True)
        near = q(due_at__lte=self.soon, finished_at__isnull=True)
        in_time = running & (undated | ~late) & ~far
        return in_time & (near | behind if words == "yellow" else (~near | undated) & ~behind)


WORSE = ("green", "yellow", "red")


def labels(measured: bool) -> dict[str, str]:
    """What lists call the lights. `measured`: also those of matters that have a plan to keep."""
    behind = {light: f"{WORDS[light]}、{words}" for light, words in BEHIND.items()}
    return WORDS | behind if measured else WORDS


def late_at(now: datetime, to: str = "") -> Q:
    """Past its due time: compared with when the report was sent, or with now where none was."""
    return Q(**{f"{to}due_at__lt": Coalesce(f"{to}finished_at", now)})
