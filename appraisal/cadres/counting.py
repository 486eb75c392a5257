"""一、二等提拔多少人，三等诫勉多少人，四等免职、降职多少人: the one count behind the table and behind the lists that its numbers open."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from appraisal.cadres import states
from appraisal.cadres.marking import Grade
from appraisal.cadres.models import Merit, Use

Kind = Use.Kind
GROUPS = {
    "best": ("一等、二等", (Grade.FIRST, Grade.SECOND), (Kind.PROMOTE, Kind.PRAISE)),
    "third": ("三等", (Grade.THIRD,), (Kind.ADMONISH,)),
    "fourth": ("四等", (Grade.FOURTH,), (Kind.REMOVE, Kind.DEMOTE, Kind.MOVE)),
}
PROPOSED_ONES = (states.ASKED, states.AGREED, states.SENT, states.DONE, states.NOT_DONE)


@dataclass(frozen=True)
class Cell:
    """`done`: decided so; `asked`: proposed at all."""

    kind: str
    label: str
    done: int
    asked: int


@dataclass(frozen=True)
class Group:
    key: str
    label: str
    count: int
    cells: tuple[Cell, ...]


def decided(merits: QuerySet[Merit]) -> QuerySet[Merit]:
    """Whose grade stands."""
    return merits.filter(review__state__in=states.DECIDED).exclude(grade="")


def in_group(merits: QuerySet[Merit], group: str) -> QuerySet[Merit]:
    return decided(merits).filter(grade__in=GROUPS[group][1])


def with_use(merits: QuerySet[Merit], kind: str, done: bool) -> QuerySet[Merit]:
    wanted = (states.DONE,) if done else PROPOSED_ONES
    return merits.filter(pk__in=Use.objects.filter(kind=kind, state__in=wanted).values("merit"))


def groups(merits: QuerySet[Merit]) -> list[Group]:
    """Two queries."""
    found = decided(merits)
    graded = Counter(found.order_by().values_list("grade", flat=True))
    asked = Count("pk", filter=Q(state__in=PROPOSED_ONES))
    done = Count("pk", filter=Q(state=states.DONE))
    uses = Use.objects.filter(merit__in=found.order_by().values("pk")).order_by()
    counted = {
        (grade, kind): (yes, all_of)
        for grade, kind, yes, all_of in uses.values("merit__grade", "kind")
        .annotate(yes=done, all_of=asked)
        .values_list("merit__grade", "kind", "yes", "all_of")
    }
    return [
        Group(key, label, sum(graded[grade] for grade in grades), cells(grades, kinds, counted))
        for key, (label, grades, kinds) in GROUPS.items()
    ]


def cells(grades: tuple, kinds: tuple, counted: dict[tuple[str, str], tuple[int, int]]) -> tuple[Cell, ...]:
    """Beside the usual kinds whatever else was proposed."""
    other = {kind for grade, kind in counted if grade in grades} - set(kinds)
    return tuple(
        Cell(
            kind,
            Kind(kind).label,
            sum(counted.get((grade, kind), (0, 0))[0] for grade in grades),
            sum(counted.get((grade, kind), (0, 0))[1] for grade in grades),
        )
        for kind in (*kinds, *sorted(other))
    )
