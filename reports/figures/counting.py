"""Matters of every function counted: read once in a handful of queries, however many there are, and grouped in memory."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q, Value

from bureau.matters.counting.figures import came_due, flag, on_time
from bureau.matters.counting.spells import day, spells_of
from bureau.matters.deadlines import dues
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Assignment, Duty, Entry, Matter, Phase, Reply
from bureau.matters.rooms import keys_of
from directives.models import Directive
from instructions.models import Round
from reports.figures.grouping import Names
from reports.figures.measures import Tally

FLAGS = ("opened", "closed", "due", "on_time", "overdue", "extended")
HANDLED = ("pursued", "closed", "due", "on_time", "overdue")  # what only to be known is not counted for
TIMES = ("sent", "returned", "sign_due", "signed")


class Counting:
    """Of these matters (a queryset), at the moment of the lights."""

    def __init__(self, matters, lights: Lights):
        self.matters, self.lights = matters.order_by(), lights
        self.names = Names.load()
        keys = self.matters.values("pk")
        self.rows = {row["pk"]: row for row in self.read()}
        for key, values in times_of(keys, lights.now):
            self.rows[key] |= values
        for key, source, leader in papers_of(keys):
            self.rows[key] |= {"source": source, "leader": leader}
        rounds = list(Round.objects.filter(instruction__matter__in=keys))
        for first in (one for one in rounds if one.number == 1):
            self.rows[first.instruction_id] |= {"leader": first.leader_name, "source": "领导批示"}
            if not first.pursued:
                self.rows[first.instruction_id] |= dict.fromkeys(HANDLED, 0)
        self.days = self.days_of(keys, rounds)

    def read(self) -> Iterable[dict]:
        lead = Q(assignments__role=Assignment.Role.LEAD)
        pleas = Reply.objects.filter(kind=Reply.Kind.EXTENSION, state=Reply.State.ACCEPTED)
        found = self.matters.alias(led=FilteredRelation("assignments", condition=lead)).annotate(
            lead=F("led__unit"),
            function=F("kind"),
            opened=flag(Q(opened_at__isnull=False)),
            closed=flag(Q(phase=Phase.CLOSED)),
            due=flag(came_due(self.lights.now, "")),
            on_time=flag(on_time(self.lights.now, "")),
            overdue=flag(self.lights.condition("red", "")),
            extended=flag(Q(Exists(pleas.filter(assignment__matter=OuterRef("pk"))))),
        )
        columns = ("pk", "function", "lead", "registered_at", "opened_at", "finished_at", *FLAGS)
        for row in found.values(*columns):
            month = day(row["registered_at"]).replace(day=1)
            yield (
                row | {"month": month, "source": None, "leader": None, "pursued": 1} | dict.fromkeys(TIMES, 0)
            )

    def days_of(self, keys, rounds) -> dict[int, list[int]]:
        """Working days by matter; of an instruction those of each round."""
        of_rounds = {one.instruction_id for one in rounds}
        led = (row for key, row in self.rows.items() if key not in of_rounds and row["lead"])
        stretches = [(row["pk"], row["opened_at"], row["finished_at"]) for row in led]
        stretches += [(one.instruction_id, one.opened_at, one.finished_at) for one in rounds]
        done = [(key, "", start, end) for key, start, end in stretches if start and end]
        days = defaultdict(list)
        for spell in spells_of(done, keys, self.lights.calendar):
            days[spell.matter].append(spell.days)
        return days

    def grouped(self, by: str) -> list[tuple[str, Tally]]:
        """Label and tally of each group, in the customary order."""
        groups = defaultdict(Tally)
        for key, row in self.rows.items():
            self.add(groups[self.names.key(by, row)], key, row)
        return [(self.names.label(by, key), groups[key]) for key in self.names.order(by, groups)]

    @property
    def total(self) -> Tally:
        whole = Tally()
        for key, row in self.rows.items():
            self.add(whole, key, row)
        return whole

    def add(self, tally: Tally, key: int, row: dict) -> None:
        tally.counts["registered"] += 1
        for name in ("pursued", *FLAGS, *TIMES):
            tally.counts[name] += row[name]
        tally.days += self.days.get(key, ())


def times_of(keys, now) -> Iterable[tuple[int, dict]]:
    """How often a result of each was sent and came back; how many 签收 of its lead came due, and how many of those were done
    in time. One query."""
    sent, returned = keys_of(lambda room: room.sends), keys_of(lambda room: room.returns)
    lines = Entry.objects.filter(step__in=[*sent, *returned], matter__in=keys)
    owed = Duty.objects.filter(step=dues.SIGN, assignment__role=Assignment.Role.LEAD, matter__in=keys)
    owed = owed.filter(Q(due_at__lte=now) | Q(done_at__isnull=False), dropped=False, due_at__isnull=False)
    results = twice_counted(lines, "results", Q(step__in=sent), Q(step__in=returned))
    signatures = twice_counted(owed, "signatures", Q(), Q(done_at__lte=F("due_at")))
    names = {"results": ("sent", "returned"), "signatures": ("sign_due", "signed")}
    for of, key, *counts in results.union(signatures, all=True):
        yield key, dict(zip(names[of], counts, strict=True))


def twice_counted(rows, of: str, one: Q, other: Q):
    """Of each matter, how many of the rows are so, and how many so."""
    counted = (
        rows.order_by()
        .values("matter")
        .annotate(one=Count("pk", filter=one), other=Count("pk", filter=other))
    )
    return counted.annotate(of=Value(of)).values_list("of", "matter", "one", "other")


def papers_of(keys):
    """Of directives: the paper each came from, and who is in charge of it."""
    found = Directive.objects.filter(matter__in=keys).order_by()
    return found.values_list("pk", "source__title", "leader")


def in_period(person, period, sealed: bool = True):
    """What this person sees of what was registered in the period and not voided."""
    seen = Matter.objects.visible_to(person).exclude(phase=Phase.VOID)
    found = seen.filter(registered_at__range=period.moments)
    return found if sealed else found.filter(secrecy="normal")
