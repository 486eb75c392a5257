"""加减分建议: what happened at the units in the period, by the rules of their scheme, each once, quoted as it stood; and what was taken back
upstream since. A person confirms or dismisses; nothing counts by itself (facts §2.6)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from appraisal import states
from appraisal.models import Adjustment, AdjustmentRule, Appraised, Period
from bureau.matters import rooms
from bureau.matters.deadlines.dues import PART
from bureau.matters.models import Assignment, Duty, Entry, Matter, Secrecy
from bureau.matters.rooms import Happening
from bureau.notices.models import Kind
from bureau.org.models import Unit
from bureau.org.worktime import ZONE, local
from bureau.urging.models import Urging

Source = AdjustmentRule.Source
COUNTED = (Adjustment.State.CONFIRMED, Adjustment.State.APPROVED)
TITLE = 300  # characters of a title that are quoted
OF_PERSONS = (Source.AWARD, Source.OTHER)  # nothing in the ledgers says these


@dataclass(frozen=True)
class Proposal:
    """One adjustment that could be entered."""

    appraised: Appraised
    rule: AdjustmentRule
    happening: Happening

    @property
    def points(self) -> Decimal | None:
        """A co-unit's own, where the rule says one."""
        return self.rule.points if self.happening.lead else self.rule.co_points


def proposed(
    period: Period, happened: Iterable[Happening] | None = None, heirs: Mapping[int, int] | None = None
) -> list[Proposal]:
    """What nobody has answered yet, the latest day first. `happened`, `heirs` (`carrying_on`): what was read already."""
    rules = {
        (rule.scheme_id, rule.source): rule
        for rule in AdjustmentRule.objects.filter(scheme__in=period.schemes.all())
        .exclude(source__in=OF_PERSONS)
        .order_by("pk")
    }
    parts = {
        one.assignment.unit_id: one
        for one in period.appraised.select_related("assignment__unit", "scheme", "period")
    }
    heirs, found = carrying_on() if heirs is None else heirs, []
    known = answered(period, heirs)
    for one in happenings(period) if happened is None else happened:
        bearer = heirs.get(one.unit, one.unit)
        part = parts.get(one.unit) or parts.get(bearer)
        rule = part and rules.get((part.scheme_id, one.kind))
        if part and rule and (bearer, one.key) not in known and (one.lead or rule.co_points is not None):
            found.append(Proposal(part, rule, one))
    return sorted(found, key=lambda one: (one.happening.on, one.happening.key), reverse=True)


def carrying_on() -> dict[int, int]:
    """Of each unit that was merged: who bears today what it brought."""
    merged = Unit.objects.filter(merged_into__isnull=False).select_related("merged_into")
    return {unit.pk: unit.successor.pk for unit in merged}


def answered(period: Period, heirs: Mapping[int, int]) -> set[tuple[int, str]]:
    """What was entered or left out in this year, by who bears it today: what counted in the half-year counts once."""
    found = Adjustment.objects.filter(appraised__period__year=period.year).exclude(key="")
    rows = found.exclude(appraised__period__state=states.VOID).values_list(
        "appraised__assignment__unit", "key"
    )
    return {(heirs.get(unit, unit), key) for unit, key in rows}


def taken_back(
    period: Period, happened: Iterable[Happening], heirs: Mapping[int, int] | None = None
) -> list[Adjustment]:
    """上游有变: what counts here, and what it was proposed for no longer stands, or no longer at this unit. `heirs`: as `proposed` is
    told."""
    heirs = carrying_on() if heirs is None else heirs
    stands = {(heirs.get(one.unit, one.unit), one.key) for one in happened}
    counted = Adjustment.objects.filter(appraised__period=period, state__in=COUNTED).exclude(key="")
    joined = counted.select_related("appraised__assignment__unit", "rule", "source", "appraised__period")
    return [
        one
        for one in joined
        if (heirs.get(one.appraised.unit.pk, one.appraised.unit.pk), one.key) not in stands
    ]


def happenings(period: Period) -> Iterator[Happening]:
    return happened_between(period.begins_on, period.ends_on)


def happened_between(since: date, until: date) -> Iterator[Happening]:
    """Of the clock, of the papers of urging, of all rooms and of what was printed, on these days."""
    yield from overdue(since, until)
    yield from returned(since, until)
    yield from urged(since, until)
    for tell in (*(room.happenings for room in rooms.rooms()), *rooms.HAPPENED):
        yield from tell(since, until)


def moments(since: date, until: date) -> tuple[datetime, datetime]:
    end = datetime.combine(until, time.max, tzinfo=ZONE)
    return datetime.combine(since, time.min, tzinfo=ZONE), min(end, timezone.now())


def named(matter: Matter) -> str:
    """Its number and title; a title beyond all measure leaves room for what happened."""
    title = matter.title if len(matter.title) <= TITLE else f"{matter.title[: TITLE - 1]}…"
    return f"{matter.number}“{title}”"


def overdue(since: date, until: date) -> Iterator[Happening]:
    """Matters that were not finished by their date, at the unit that leads, and at those that help whose own part was not done by its date
    either; as they stand now: more time that was granted since counts."""
    begin, end = moments(since, until)
    late = Q(matter__finished_at__gt=F("matter__due_at")) | Q(matter__finished_at=None)
    undone = Q(done_at=None) | Q(done_at__gt=F("due_at"))
    own_part = Duty.objects.filter(undone, assignment=OuterRef("pk"), step=PART)
    found = Assignment.objects.filter(
        late,
        Q(role=Assignment.Role.LEAD) | Exists(own_part),
        matter__secrecy=Secrecy.NORMAL,
        matter__phase__in=["running", "closed"],
        matter__due_at__range=(begin, end),
    ).exclude(state=Assignment.State.RELEASED)
    for part in found.select_related("matter").order_by("pk"):
        assert part.matter.due_at is not None
        on = local(part.matter.due_at).date()
        own = "" if part.is_lead else "，协办的部分也没有按时完成"
        yield Happening(
            Source.OVERDUE,
            part.matter_id,
            part.unit_id,
            on,
            f"overdue.{part.pk}",
            f"{named(part.matter)}到{on:%Y-%m-%d}没有办结{own}",
            lead=part.is_lead,
        )


def returned(since: date, until: date) -> Iterator[Happening]:
    """Each result that came back, at the unit that had handed it in: another one may lead since."""
    keys = rooms.keys_of(lambda room: room.returns)
    found = Entry.objects.filter(
        step__in=keys,
        at__range=moments(since, until),
        matter__secrecy=Secrecy.NORMAL,
        assignment__isnull=False,
    )
    for entry in found.select_related("matter", "assignment").order_by("pk"):
        assert entry.assignment is not None
        on, unit = local(entry.at).date(), entry.assignment.unit_id
        words = f"{named(entry.matter)}办理结果被退回"
        yield Happening(Source.RETURNED, entry.matter_id, unit, on, f"returned.{entry.pk}", words)


def urged(since: date, until: date) -> Iterator[Happening]:
    """Yellow and red cards that were not withdrawn."""
    kinds = {Kind.LETTER: Source.YELLOW, Kind.RED: Source.RED}
    found = Urging.objects.standing().filter(
        kind__in=kinds, issued_at__range=moments(since, until), matter__secrecy=Secrecy.NORMAL
    )
    for one in found.select_related("matter", "assignment").order_by("pk"):
        yield Happening(
            kinds[Kind(one.kind)],
            one.matter_id,
            one.assignment.unit_id,
            local(one.issued_at).date(),
            f"urging.{one.pk}",
            f"{one.number}（{named(one.matter)}）",
            lead=one.assignment.is_lead,
        )


def find(period: Period, part: int, key: str) -> Proposal | None:
    return next(
        (one for one in proposed(period) if (one.appraised.pk, one.happening.key) == (part, key)), None
    )
