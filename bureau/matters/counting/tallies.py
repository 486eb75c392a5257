"""The one count of matters, of a room or of all: read once in a handful of queries, however many there are, and grouped in
memory. What their covers do not say their rooms add (`Room.counts`)."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from django.db.models import Count, DateField, Exists, F, FilteredRelation, OuterRef, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import TruncMonth

from bureau.matters.counting.counts import Counts
from bureau.matters.counting.figures import flag, handled
from bureau.matters.counting.grouping import Names
from bureau.matters.counting.measures import FLAGS, HANDLED, TIMES, Tally
from bureau.matters.counting.spells import Spell, spells_of
from bureau.matters.deadlines import dues
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Assignment, Duty, Entry, Matter, Phase, Reply
from bureau.matters.rooms import Room, keys_of, rooms

UNSAID = {"source": "", "leader": "", "pursued": 1, **dict.fromkeys(TIMES, 0)}


class Counting:
    """Of these matters (a queryset), at the moment of the lights. `rows`: what each counts by its key; `spells`: how long each
    was in hand."""

    def __init__(self, matters, lights: Lights):
        self.matters, self.lights = matters.order_by(), lights
        self.names = Names()
        keys = self.matters.values("pk")
        self.rows = {row["pk"]: row for row in self.read()}
        for key, values in times_of(keys, lights.now):
            self.rows[key] |= values
        said = list(self.said(keys))
        for one in said:
            self.add(one)
        self.spells = self.spells_of(keys, said)

    def read(self) -> Iterable[dict]:
        lead = Q(assignments__role=Assignment.Role.LEAD)
        pleas = Reply.objects.filter(kind=Reply.Kind.EXTENSION, state=Reply.State.ACCEPTED)
        conditions = handled(self.lights, "") | {
            "opened": Q(opened_at__isnull=False),
            "extended": Q(Exists(pleas.filter(assignment__matter=OuterRef("pk")))),
        }
        found = self.matters.alias(led=FilteredRelation("assignments", condition=lead)).annotate(
            lead=F("led__unit"),
            function=F("kind"),
            month=TruncMonth("registered_at", output_field=DateField()),
            **{name: flag(condition) for name, condition in conditions.items()},
        )
        for row in found.values("pk", "function", "lead", "month", "opened_at", "finished_at", *FLAGS):
            yield UNSAID | row

    def said(self, keys) -> Iterable[Counts]:
        """What the rooms add, each of its own matters."""
        for room in self.rooms():
            yield from room.counts(keys)

    def rooms(self) -> list[Room]:
        """Whose matters these may be."""
        return rooms()

    def add(self, said: Counts) -> None:
        row = self.rows[said.matter]
        row |= {"source": said.source, "leader": said.leader}
        if not said.pursued:
            row |= dict.fromkeys(HANDLED, 0)

    def spells_of(self, keys, said: list[Counts]) -> list[Spell]:
        known = {one.matter: one.stretches for one in said if one.stretches is not None}
        rows = (row for key, row in self.rows.items() if key not in known and row["lead"])
        stretches = [(row["pk"], "", row["opened_at"], row["finished_at"]) for row in rows]
        stretches += [
            (key, one.handler, one.opened, one.finished) for key, own in known.items() for one in own
        ]
        done = [stretch for stretch in stretches if stretch[2] and stretch[3]]
        return spells_of(done, keys, self.lights.calendar)

    def tallied(self, key: Callable[[dict], object]) -> dict:
        """A tally by the key of each row."""
        groups, places = defaultdict(Tally), {}
        for pk, row in self.rows.items():
            place = places[pk] = key(row)
            groups[place].add(row)
        for spell in self.spells:
            groups[places[spell.matter]].days.append(spell.days)
        return groups

    def grouped(self, by: str) -> list[tuple[str, Tally]]:
        """Label and tally of each group, in the customary order."""
        groups = self.tallied(lambda row: self.names.key(by, row))
        return [(self.names.label(by, key), groups[key]) for key in self.names.order(by, groups)]

    @property
    def total(self) -> Tally:
        return self.tallied(lambda _row: None)[None]


def times_of(keys, now) -> Iterable[tuple[int, dict]]:
    """How often a result of each was sent and came back; how many 签收 of its lead came due, and how many of those were done
    in time. One query."""
    sent, came_back = keys_of(lambda room: room.sends), keys_of(lambda room: room.returns)
    taken_back = keys_of(lambda room: room.takes_back)
    lines = Entry.objects.filter(step__in=[*sent, *came_back, *taken_back], matter__in=keys)
    owed = Duty.objects.filter(step=dues.SIGN, assignment__role=Assignment.Role.LEAD, matter__in=keys)
    owed = owed.filter(Q(due_at__lte=now) | Q(done_at__isnull=False), dropped=False, due_at__isnull=False)
    stood = Count("matter", filter=Q(step__in=sent)) - Count("matter", filter=Q(step__in=taken_back))
    results = twice_counted(lines, "results", stood, Q(step__in=came_back))
    signatures = twice_counted(owed, "signatures", Count("matter"), Q(done_at__lte=F("due_at")))
    names = {"results": ("sent", "came_back"), "signatures": ("sign_due", "signed")}
    for of, key, *counts in results.union(signatures, all=True):
        yield key, dict(zip(names[of], counts, strict=True))


def twice_counted(rows, of: str, one: Combinable, other: Q):
    """Of each matter, `one` counted over its rows, and how many of them are `other`."""
    counted = rows.order_by().values("matter").annotate(one=one, other=Count("matter", filter=other))
    return counted.annotate(of=Value(of)).values_list("of", "matter", "one", "other")


def in_period(person, period, sealed: bool = True):
    """What this person sees of what was registered in the period and not voided."""
    seen = Matter.objects.visible_to(person).exclude(phase=Phase.VOID)
    found = seen.filter(registered_at__range=period.moments)
    return found if sealed else found.filter(secrecy="normal")
