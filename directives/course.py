"""The way of a directive, node by node: its stages, the periods it is reported on by, its end; each with its day and how it stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from bureau.matters.deadlines import dues
from bureau.matters.known import duties_of
from bureau.matters.models import Duty, Matter, Phase
from directives.actions.nodes import end_of_period
from directives.actions.staging import day_of
from directives.dues import NODE, STAGE
from directives.models import Directive, Reported
from directives.stages import reached, stages_of

WORDS = {"done": "已完成", "late": "逾期完成", "overdue": "逾期", "owed": "进行中", "ahead": "未开始"}
MARKS = {  # as a page shows it: colour and shape
    "done": ("green", "✓"),
    "late": ("yellow", "✓"),
    "overdue": ("red", "■"),
    "owed": ("blue", "◆"),
    "ahead": ("grey", "○"),
}


@dataclass(frozen=True)
class Node:
    """Due on a `day`. `stands`: a key of WORDS."""

    day: date
    words: str
    stands: str
    done: date | None = None

    @property
    def told(self) -> str:
        return WORDS[self.stands]

    @property
    def tone(self) -> str:
        return MARKS[self.stands][0]

    @property
    def mark(self) -> str:
        return MARKS[self.stands][1]


def node(day: date, words: str, today: date, *, done: date | None = None, owed: bool = False) -> Node:
    if done:
        return Node(day, words, "late" if done > day else "done", done)
    return Node(day, words, ("overdue" if day < today else "owed") if owed else "ahead")


def course_of(directive: Directive, reported: Iterable[Reported], today: date, until: date) -> list[Node]:
    """In the order of their days; periods that are still to come up to `until`. Reads the matter's duties."""
    duties = duties_of(directive.matter)
    found = [
        *stage_nodes(directive, duties, reported, today),
        *period_nodes(directive, duties, today, until),
        *end_nodes(directive, duties, today),
    ]
    return sorted(found, key=lambda one: one.day)


def stage_nodes(
    directive: Directive, duties: Sequence[Duty], reported: Iterable[Reported], today: date
) -> Iterator[Node]:
    done = reached(reported)
    owed = {day_of(duty): duty for duty in duties if duty.step == STAGE and not duty.dropped}
    for stage in stages_of(directive):
        report, duty = done.get(stage.day), owed.get(stage.day)
        yield node(
            day(duty.due_at) if duty else stage.day,
            stage.words,
            today,
            done=day(report.reply.sent_at) if report else None,
            owed=bool(duty and not duty.done_at),
        )


def period_nodes(directive: Directive, duties: Sequence[Duty], today: date, until: date) -> Iterator[Node]:
    if not directive.recurring:
        return
    words, last = f"{directive.get_cadence_display()}反馈", None
    for duty in duties:
        if duty.step == NODE and not duty.dropped and duty.due_at:
            last = day(duty.due_at)
            done = day(duty.done_at) if duty.done_at else None
            yield node(last, words, today, done=done, owed=not done)
    while last and goes_on(directive.matter) and (last := next_period(last, directive.cadence)) <= until:
        yield node(last, words, today)


def goes_on(matter: Matter) -> bool:
    return matter.phase in (Phase.RUNNING, Phase.SUSPENDED) and not matter.finished_at


def next_period(last: date, cadence: str) -> date:
    return end_of_period(last + timedelta(days=1), cadence)


def end_nodes(directive: Directive, duties: Sequence[Duty], today: date) -> Iterator[Node]:
    """Its result: owed, or to be owed by the date on the paper."""
    results = [duty for duty in duties if duty.step == dues.REPORT and duty.due_at]
    matter = directive.matter
    if results:
        finished = day(matter.finished_at) if matter.finished_at else None
        owed = any(duty.done_at is None for duty in results)
        yield node(day(results[-1].due_at), "办结", today, done=finished, owed=owed)
    elif matter.due_at and not directive.recurring:
        yield node(day(matter.due_at), "办结", today)


def day(moment: datetime | None) -> date:
    """Of a moment that is known."""
    return timezone.localdate(moment)
