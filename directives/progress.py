"""How a directive stands with the number it has to reach: reached, planned, behind; in words and by days."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from bureau.matters.access.visibility import reads_all_sent
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.reading.quantities import shown
from directives.models import Directive, Goal, Reported
from directives.pace import Pace, is_behind, is_far_behind, rounded, tenths
from directives.targets import plain, target_of


def with_progress(found: QuerySet[Directive]) -> QuerySet[Directive]:
    """Directives with their goals and all that was reported: one statement more, however many they are."""
    told = Prefetch("reported", Reported.objects.select_related("reply"))
    return found.select_related("goal").prefetch_related(told)


@dataclass(frozen=True)
class Told:
    """A number that was reported: on which day, and what was said of it."""

    day: date
    value: Decimal
    why: str


class Progress:
    """Of a directive that has a goal, by what was reported in this order, as of `today`."""

    def __init__(self, directive: Directive, goal: Goal, reported: Sequence[Reported], today: date) -> None:
        self.directive, self.today, self.target = directive, today, target_of(goal)
        self.told = [
            Told(timezone.localdate(one.reply.sent_at), plain(one.value), one.why)
            for one in reported
            if one.value is not None and one.stands
        ]

    @property
    def value(self) -> Decimal | None:
        """What was reported last."""
        return self.told[-1].value if self.told else None

    @property
    def stands_at(self) -> Decimal | None:
        """What it is measured by: until something is reported, where it began."""
        return self.target.base if self.value is None else self.value

    @cached_property
    def pace(self) -> Pace | None:
        """Its plan, from when it was given out; None before."""
        opened, target = self.directive.matter.opened_at, self.target
        if opened is None:
            return None
        start = timezone.localdate(opened)
        rows = [row for row in target.plan if row[0] > start]
        points, end = [(start, target.way.base), *rows], self.planned_end(start)
        if len(points) == 1 or (points[-1][0] < end and points[-1][1] != target.value):
            points.append((end, target.value))
        return replace(target.way, points=points)

    def planned_end(self, start: date) -> date:
        """The due day; of what goes on for long the paper's date, else the end of the year."""
        directive = self.directive
        due_at = None if directive.recurring else directive.matter.due_at
        end = timezone.localdate(due_at) if due_at else directive.due or date(start.year, 12, 31)
        return max(end, date.fromordinal(start.toordinal() + 1))

    @property
    def rate(self) -> str:
        """完成率, 「75%」; empty while nothing is known."""
        return "" if self.value is None else self.target.rate_of(self.value)

    @property
    def planned_words(self) -> str:
        """What should have been reached today, 「52个」; empty where that is no question."""
        return "" if self.pace is None or self.pace.ceiling else self.planned_by(self.today)

    @property
    def behind(self) -> Decimal | None:
        """Percentage points behind the plan today; negative: ahead; None where there is nothing to compare."""
        if self.pace is None or self.stands_at is None:
            return None
        return tenths(self.pace.behind(self.stands_at, self.today))

    @property
    def against_plan(self) -> str:
        """「落后序时12个百分点」「达到序时进度」「超序时5个百分点」."""
        points = self.behind
        if points is None:
            return ""
        if self.pace and self.pace.ceiling:
            return "超出控制数" if points > 0 else "在控制数以内"
        if not points:
            return "达到序时进度"
        return f"{'落后' if points > 0 else '超'}序时{shown(abs(points))}个百分点"

    @property
    def words(self) -> str:
        """「目标60个，累计45个，完成率75%，落后序时12个百分点」."""
        done = "还没有报数" if self.value is None else f"累计{self.target.of(self.value)}，完成率{self.rate}"
        return "，".join(filter(None, [f"目标{self.target.words}", done, self.against_plan]))

    @property
    def brief(self) -> str:
        """「45/60个 75%」, for a cell."""
        target, value = self.target, self.value
        done = "未报" if value is None else shown(value)
        return f"{done}/{target.words} {self.rate}".rstrip()

    @property
    def rows(self) -> list[tuple[date, str, str, str]]:
        """Day by day what was planned and what was reported, with the word on it: the curve as a table."""
        pace, of = self.pace, self.target.of
        told = [(one.day, of(one.value), one.why) for one in self.told]
        days = {day: ("", "") for day, _value in (pace.points if pace else ())} | {
            day: (value, why) for day, value, why in told
        }
        return [(day, self.planned_by(day), *days[day]) for day in sorted(days)]

    def planned_by(self, day: date) -> str:
        return self.target.of(rounded(self.pace.planned(day))) if self.pace else ""

    @property
    def turns(self) -> tuple[date | None, date | None]:
        """From which days on its light is yellow and red, unless more is reported."""
        if self.pace is None or self.stands_at is None:
            return None, None
        pace, value = self.pace, self.stands_at
        return pace.turns(value, is_behind), pace.turns(value, is_far_behind)


def progress_for(reader: Person | Actor, directive: Directive) -> Progress | None:
    """What a reader of the ledger sees of it: a co-unit reads no number of the lead's."""
    parts = directive.matter.assignments.all()
    return progress_of(directive) if reads_all_sent(reader, parts) else None


def progress_of(directive: Directive, reported: Sequence[Reported] | None = None) -> Progress | None:
    """None where it has no number to reach. Reads what `with_progress` fetched, unless it is handed what was reported."""
    if (goal := getattr(directive, "goal", None)) is None:
        return None
    told = list(directive.reported.all()) if reported is None else reported
    return Progress(directive, goal, told, timezone.localdate())
