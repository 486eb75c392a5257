"""In another's name: what is kept of a line that one person entered for another, and whom it must not escape."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from bureau.matters.deadlines import dues, duties
from bureau.matters.models import Behalf, Duty, Entry, Matter
from bureau.org.actor import Actor
from bureau.org.models import Deputy, Person


def record(entry: Entry, actor: Actor, matter: Matter) -> None:
    """Beside the line of who acts in another's name: who, by what right; a leader is asked to confirm."""
    Behalf.objects.create(
        entry=entry,
        kind=actor.kind,
        principal=actor.principal,
        entered_by=actor.person,
        authority=actor.authority,
    )
    if actor.kind == Deputy.Kind.SECRETARY:
        ask_to_confirm(matter, entry.at)


def waiting() -> QuerySet[Behalf]:
    """代录 that its principal has neither confirmed nor disputed."""
    return Behalf.objects.filter(kind=Deputy.Kind.SECRETARY, confirmed_at=None, disputed_at=None)


def ask_to_confirm(matter: Matter, at: datetime) -> None:
    """Whoever has something to confirm on this matter owes it, one leader after the other."""
    asked = list(waiting().filter(entry__matter=matter).order_by("pk").values_list("principal", flat=True))
    duty = Duty.objects.filter(matter=matter, step=dues.CONFIRM, done_at=None).first()
    if duty and duty.holder_person_id in asked:
        return
    if duty:
        duties.done(matter, dues.CONFIRM, at=at)
    if asked:
        duties.owe(matter, dues.CONFIRM, at=at, person=Person.objects.get(pk=asked[0]))


def same_hand(person: Person | Actor, matter: Matter, *authors: int | None) -> bool:
    """Whether an act of one of `authors` (keys of people) on this matter is also this person's: their own, that of
    who acts for them, or entered by one of them in the author's name. Four eyes ask this, never `==`."""
    return not Actor.of(person).hands.isdisjoint(with_hands(matter, authors))


def with_hands(matter: Matter, authors: Iterable[int | None]) -> set[int]:
    """These (keys of people), and whoever entered something on this matter in their name."""
    whose = {key for key in authors if key is not None}
    return whose | {hand for principal, hand in _hands(matter) if principal in whose}


def _hands(matter: Matter) -> list[tuple[int, int]]:
    """Who entered something for whom, (principal, entered_by), read once per length of the timeline."""
    if matter.hands[0] != matter.entry_count:
        read_hands([matter])
    return matter.hands[1]


def read_hands(matters: Iterable[Matter]) -> None:
    """The same for many matters in one query: a page that asks of each who may act reads it first."""
    found = defaultdict(list)
    lines = Behalf.objects.filter(entry__matter__in=[matter.pk for matter in matters]).order_by()
    for key, principal, hand in lines.values_list("entry__matter", "principal", "entered_by").distinct():
        found[key].append((principal, hand))
    for matter in matters:
        matter.hands = (matter.entry_count, found[matter.pk])
