"""Clues, cases and who was held to account, counted: in all, and by source, kind of fault, unit, rank, measure and month, each in its
customary order and never by number."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet

from accountability.figures import TAKEN, Figure, conditions, of_subjects
from accountability.models import Case, Fault, Measure, Sanction, Source, Subject
from bureau.org.models import Rank, Unit
from bureau.org.worktime import local
from bureau.pages.period import Period

GROUPS = {
    "source": "线索来源",
    "fault": "问题类别",
    "measure": "问责方式",
    "unit": "单位",
    "rank": "职级",
    "month": "月份",
}
TOLD = (Figure.CLUES, Figure.CASES, Figure.UNITS, Figure.PERSONS, Figure.MEASURES)


@dataclass(frozen=True)
class Dealt:
    """One subject that was held to account: `who` stands for the unit or the person, the same in every case; `measures`: labels."""

    who: str
    is_person: bool
    measures: tuple[str, ...]
    asks: dict[str, str] = field(default_factory=dict)


class Tally:
    """Of these: units and persons each once (人数), measures as often as they were taken (人次)."""

    def __init__(self, dealt: Iterable[Dealt]) -> None:
        self.dealt = list(dealt)

    @property
    def units(self) -> int:
        return len({one.who for one in self.dealt if not one.is_person})

    @property
    def persons(self) -> int:
        return len({one.who for one in self.dealt if one.is_person})

    @property
    def measures(self) -> int:
        """On persons; those on units are counted by units."""
        return sum(len(one.measures) for one in self.dealt if one.is_person)

    @property
    def by_measure(self) -> Counter:
        """On persons and on units alike."""
        return Counter(label for one in self.dealt for label in one.measures)


@dataclass(frozen=True)
class Line:
    """`key`: which of the group; `counts`: of TOLD."""

    label: str
    key: str
    counts: dict[str, int]


class Counting:
    """Of these cases (a queryset), those of the period. A few queries, whatever is asked for."""

    def __init__(self, cases: QuerySet, period: Period) -> None:
        self.period, self.cases = period, cases.order_by()
        where = conditions(period)
        columns = ("pk", "source", "fault", "received_on", "filed_at")
        self.clues = list(self.cases.filter(where[Figure.CLUES]).values(*columns))
        self.filed = list(self.cases.filter(where[Figure.CASES]).values(*columns))
        self.subjects = list(
            self.read(of_subjects(period)[Figure.PERSONS] | of_subjects(period)[Figure.UNITS])
        )
        self.units_of = self.concerned()

    def read(self, where: Any) -> Iterable[tuple[Subject, Dealt]]:
        measures = defaultdict(list)
        found = Subject.objects.filter(where, case__in=self.cases.values("pk")).select_related(
            "case", "unit", "position"
        )
        live = Sanction.objects.filter(subject__in=found.values("pk"), state__in=TAKEN)
        for subject, label in live.values_list("subject", "measure__label"):
            measures[subject].append(label)
        for one in found:
            who = f"c{one.position.cadre_id}" if one.position else f"u{one.unit_id}"
            yield one, Dealt(who, one.position is not None, tuple(measures[one.pk]))

    def concerned(self) -> dict[int, set[int]]:
        """The units of each case that is counted, by its subjects."""
        keys = {row["pk"] for row in (*self.clues, *self.filed)}
        found: dict[int, set[int]] = defaultdict(set)
        for case, unit in Subject.objects.filter(case__in=keys).values_list("case", "unit"):
            found[case].add(unit)
        return found

    @property
    def total(self) -> dict[str, int]:
        """Every figure of the period."""
        where = conditions(self.period)
        subjects = Subject.objects.filter(case__in=self.cases.values("pk"))
        counts = counted(self.cases, {name: where[name] for name in OF_CASES})
        return counts | counted(subjects, of_subjects(self.period)) | self.tallied(self.subjects)

    @staticmethod
    def tallied(found: Iterable[tuple[Subject, Dealt]]) -> dict[str, int]:
        tally = Tally(dealt for _subject, dealt in found)
        return {Figure.UNITS: tally.units, Figure.PERSONS: tally.persons, Figure.MEASURES: tally.measures}

    def lines(self, group: str) -> list[Line]:
        """In the order of the lists, of units in theirs, of months in time; only what there is something of."""
        if group == "measure":
            return self.measure_lines()
        found = [self.line(group, key, label) for key, label in ORDERS[group](self)]
        return [line for line in found if any(line.counts.values())]

    def line(self, group: str, key: str, label: str) -> Line:
        of_case, of_subject = READ[group]
        counts: dict[str, int] = {}
        if of_case:
            counts[Figure.CLUES] = sum(key in of_case(self, row, "received_on") for row in self.clues)
            counts[Figure.CASES] = sum(key in of_case(self, row, "filed_at") for row in self.filed)
        own = [pair for pair in self.subjects if of_subject(pair[0]) == key]
        return Line(label, key, counts | self.tallied(own))

    def measure_lines(self) -> list[Line]:
        """How often each was taken, on persons and on how many units."""
        lines = []
        for label in Measure.objects.values_list("label", flat=True):
            own = [pair for pair in self.subjects if label in pair[1].measures]
            if own:
                counts = self.tallied(own)
                counts[Figure.MEASURES] = sum(dealt.is_person for _subject, dealt in own)
                lines.append(Line(label, label, counts))
        return lines


def counted(among: QuerySet, conditions: Mapping[str, Q]) -> dict[str, int]:
    """How many of them each condition holds for, in one statement."""
    counts = {str(name): Count("pk", filter=where, distinct=True) for name, where in conditions.items()}
    found = among.order_by().aggregate(**counts)
    return {name: found[str(name)] for name in conditions}


OF_CASES = (
    Figure.CLUES,
    Figure.DISMISSED,
    Figure.CASES,
    Figure.CLEARED,
    Figure.TRANSFERRED,
    Figure.REFERRED,
)


def month_of(moment: Any) -> str:
    """Of a day, or of a moment by the county's clock."""
    day = local(moment) if isinstance(moment, datetime) else moment
    return f"{day:%Y-%m}" if day else ""


def units_in_order(counting: Counting) -> list[tuple[str, str]]:
    keys = {unit for units in counting.units_of.values() for unit in units}
    keys |= {subject.unit_id for subject, _dealt in counting.subjects}
    return [(str(key), short) for key, short in Unit.objects.filter(pk__in=keys).values_list("pk", "short")]


def months_in_order(counting: Counting) -> list[tuple[str, str]]:
    found = {month_of(row["received_on"]) for row in counting.clues}
    found |= {month_of(row["filed_at"]) for row in counting.filed}
    found |= {month_of(subject.decided_on) for subject, _dealt in counting.subjects}
    return [(month, month) for month in sorted(found - {""})]


ORDERS: dict[str, Callable[[Counting], list[tuple[str, str]]]] = {
    "source": lambda counting: Source.choices,
    "fault": lambda counting: Fault.choices,
    "rank": lambda counting: Rank.choices,
    "unit": units_in_order,
    "month": months_in_order,
}
# of each group how it is read off a clue, where it can be, and off a subject
READ: dict[str, tuple[Callable[[Counting, dict, str], set[str]] | None, Callable[[Subject], str]]] = {
    "source": (lambda counting, row, at: {row["source"]}, lambda subject: subject.case.source),
    "fault": (lambda counting, row, at: {row["fault"]}, lambda subject: subject.fault),
    "rank": (None, lambda subject: subject.position.rank if subject.position else ""),
    "unit": (
        lambda counting, row, at: {str(unit) for unit in counting.units_of[row["pk"]]},
        lambda subject: str(subject.unit_id),
    ),
    "month": (lambda counting, row, at: {month_of(row[at])}, lambda subject: month_of(subject.decided_on)),
}


def figures(period: Period) -> dict:
    """Of all cases, as who sees everything reads them: `manage.py figures accountability --json`."""
    counting = Counting(Case.objects.all(), period)
    return {
        "period": [f"{period.start}", f"{period.end}"],
        "total": {str(name): count for name, count in counting.total.items()},
        "groups": {
            group: [
                {"label": line.label, **{str(k): v for k, v in line.counts.items()}}
                for line in counting.lines(group)
            ]
            for group in GROUPS
        },
    }
