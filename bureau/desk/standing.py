"""How the matters that somebody sees stand: room by room, by light and by what waits. What is unfinished is read once, from an
index of its own; what is closed, of which there is more each year, is counted as far as ledgers count it."""

from collections import Counter, defaultdict

from django.db.models import Count, Q, QuerySet, Value

from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Matter, Phase
from bureau.matters.rooms import rooms
from bureau.org.models import Person
from bureau.pages.tables import COUNTED, Counted

COLOURS = ("red", "yellow", "green")
UNFINISHED = (Phase.PREPARING, Phase.RUNNING)


def standing(person: Person, lights: Lights) -> dict[str, Counter]:
    """By kind of matter: how many are red, yellow, green, how many at which stage before they are closed, and how many are
    closed (`grey`), of these one more than `COUNTED` at most. One query."""
    seen = Matter.objects.visible_to(person).order_by()
    # Grouped by what the database knows the values of: of an expression it expects thousands, and sorts for them.
    unfinished = seen.filter(phase__in=UNFINISHED).alias(colour=lights.colour()).values("kind", "stage")
    lit = {colour: Count("pk", filter=Q(colour=colour)) for colour in COLOURS}
    rows = unfinished.annotate(number=Count("pk"), **lit).values_list("kind", "stage", "number", *COLOURS)
    closed = seen.filter(phase=Phase.CLOSED)
    every = rows.union(*(row(person, room.kind, closed) for room in rooms()), all=True)
    counts: dict[str, Counter] = defaultdict(Counter)
    for kind, stage, number, *found in every:
        counts[kind].update({stage: number} | dict(zip(COLOURS, found, strict=True)))
    return {kind: found for kind, found in counts.items() if any(found.values())}


def row(person: Person, kind: str, closed: QuerySet) -> QuerySet:
    """What is closed of one kind, as a row like those of what is not."""
    number = Counted(closed.filter(kind=kind).values("pk")[: COUNTED + 1])
    one = Person.objects.filter(pk=person.pk).order_by()
    return one.values_list(Value(kind), Value("grey"), number, *(Value(0) for _ in COLOURS))
