"""四周到期预测: what is in hand and not reported, by the week in which it comes due."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q
from django.utils import timezone

from bureau.leading.cockpit.scope import Figure, ledger
from bureau.matters.filters import UNREPORTED, standing
from bureau.matters.models import Matter
from bureau.matters.rooms import rooms
from bureau.org.models import Person
from bureau.press.typeset.sheets import Chart, Strand

WEEKS = 4


@dataclass(frozen=True)
class Week:
    """`first`, `last`: its days, the first week from today on."""

    first: date
    last: date

    @property
    def label(self) -> str:
        return f"{self.first.month}月{self.first.day}日—{self.last.month}月{self.last.day}日"

    @property
    def due(self) -> Q:
        starts, ends = (
            timezone.make_aware(datetime.combine(day, at))
            for day, at in ((self.first, time.min), (self.last, time.max))
        )
        return Q(due_at__range=(starts, ends))


@dataclass(frozen=True)
class Forecast:
    """`lines`: of each function its label and a figure a week."""

    weeks: list[Week]
    lines: list[tuple[str, list[Figure]]]
    sums: list[int]

    @property
    def by_week(self) -> list[tuple[Week, int]]:
        return list(zip(self.weeks, self.sums, strict=True))

    @property
    def chart(self) -> Chart | None:
        if not any(self.sums):
            return None
        strands = tuple(
            Strand(label, tuple(figure.count for figure in figures)) for label, figures in self.lines
        )
        return Chart("stacked", tuple(week.label for week in self.weeks), strands)


def weeks_from(today: date) -> list[Week]:
    """From today to the Sunday of the fourth week."""
    sunday = today + timedelta(days=6 - today.weekday())
    ends = [sunday + timedelta(weeks=number) for number in range(WEEKS)]
    starts = [today, *(end + timedelta(days=1) for end in ends)]
    return [Week(first, last) for first, last in zip(starts, ends, strict=False)]


def forecast(person: Person, today: date) -> Forecast:
    """One statement."""
    weeks = weeks_from(today)
    found = Matter.objects.visible_to(person).filter(standing(UNREPORTED)).order_by()
    counts = {f"week_{place}": Count("pk", filter=week.due) for place, week in enumerate(weeks)}
    rows = {row["kind"]: row for row in found.values("kind").annotate(**counts)}
    named = [(name, week) for name, week in zip(counts, weeks, strict=True)]
    lines = [
        (room.label, [figure(room.kind, week, rows[room.kind][name]) for name, week in named])
        for room in rooms()
        if room.kind in rows and any(rows[room.kind][name] for name in counts)
    ]
    return Forecast(weeks, lines, [sum(row[name] for row in rows.values()) for name in counts])


def figure(kind: str, week: Week, count: int) -> Figure:
    asks = {"due_min": f"{week.first}", "due_max": f"{week.last}", "stands": UNREPORTED}
    return Figure(week.label, count, ledger(kind, **asks))
