"""考核期: begun over the published schemes, opened, closed for reports, cancelled."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from appraisal import flow, states
from appraisal.actions.valuing import halves
from appraisal.ballots import flow as polls
from appraisal.ballots.actions import preparing
from appraisal.dues import OPEN_PERIOD, SCORE, SELF_REPORT, SUPPLY
from appraisal.ledgers import take_from_ledgers
from appraisal.models import Appraised, Indicator, Member, Period, Scheme
from appraisal.policy import require_desk
from bureau.jobs.barred import Barred
from bureau.matters import numbers
from bureau.matters.access.search import fold
from bureau.matters.deadlines import duties
from bureau.matters.flow import bound_to
from bureau.matters.models import Assignment, Entry, Matter
from bureau.matters.policy import takes
from bureau.matters.service.serving import show
from bureau.org.actor import Actor
from bureau.org.models import Person, Unit
from bureau.org.posts import Function
from bureau.org.worktime import fixed, moves

SERIES = "考期"
HALF, YEAR = Period.Part.HALF, Period.Part.YEAR


@dataclass(frozen=True)
class Begun:
    """What is said of a period when it is begun."""

    year: int
    part: str
    schemes: tuple[Scheme, ...]
    collect_until: date

    @property
    def dates(self) -> tuple[date, date]:
        end = (6, 30) if self.part == HALF else (12, 31)
        return date(self.year, 1, 1), date(self.year, *end)


@bound_to(flow.REGISTER)
@transaction.atomic
def register(person: Person, begun: Begun) -> Period:
    """新建考核期. Raises Refused, Barred by the field."""
    require_desk(person)
    check(begun)
    now, (since, until) = timezone.now(), begun.dates
    title = f"{begun.year}{'年上半年' if begun.part == HALF else '年度'}绩效考核"
    matter = Matter.objects.create(
        kind=Function.APPRAISAL,
        title=title,
        officer=person,
        stage=states.STATES[states.DRAFT].words,
        registered_at=now,
        words=fold(title),
    )
    period = Period.objects.create(
        matter=matter,
        year=begun.year,
        part=begun.part,
        begins_on=since,
        ends_on=until,
        collect_until=begun.collect_until,
    )
    period.schemes.set(begun.schemes)
    count = take_part(period, begun.schemes)
    duties.owe(matter, OPEN_PERIOD, at=now, person=person)
    flow.FLOW.take(
        flow.REGISTER, period, person, at=now, count=count, schemes="、".join(map(str, begun.schemes))
    )
    return period


def check(begun: Begun) -> None:
    if not begun.schemes:
        raise Barred("请选择已公布的考核方案。", field="schemes")
    since, _until = begun.dates
    for scheme in begun.schemes:
        if scheme.state != states.IN_FORCE or scheme.year != begun.year:
            raise Barred(f"{scheme}没有公布，或者不是{begun.year}年的。", field="schemes")
    if begun.collect_until <= since:
        raise Barred("“报送截止日期”须在考核期开始以后。", field="collect_until")
    if begun.collect_until < timezone.localdate():
        raise Barred("“报送截止日期”不能早于今天。", field="collect_until")
    if Period.objects.exclude(state=states.VOID).filter(year=begun.year, part=begun.part).exists():
        raise Barred("这个考核期已经建立。", field="part")


def take_part(period: Period, schemes: tuple[Scheme, ...]) -> int:
    """Every unit of the series takes part, and every department that supplies; none of them sees anything yet. How many are
    appraised."""
    members = members_of(period, schemes)
    suppliers = Indicator.objects.filter(scheme__in=schemes).exclude(supplied_by=None).values("supplied_by")
    units = {one.unit for one in members} | set(Unit.objects.filter(pk__in=suppliers))
    if not members:
        raise Barred("方案里没有在本考核期内参加考核的单位。", field="schemes")
    role = Assignment.Role.CO
    parts = Assignment.objects.bulk_create(
        Assignment(matter=period.matter, unit=unit, role=role) for unit in sorted(units, key=lambda u: u.pk)
    )
    by_unit = {part.unit_id: part for part in parts}
    Appraised.objects.bulk_create(
        Appraised(
            period=period,
            assignment=by_unit[one.unit_id],
            scheme=one.scheme,
            months=months(period, one.since),
            apart=one.apart,
        )
        for one in members
    )
    return len(members)


def members_of(period: Period, schemes: tuple[Scheme, ...]) -> list[Member]:
    """Not those founded after it, nor those that were merged into another unit."""
    found = Member.objects.filter(scheme__in=schemes, unit__merged_into=None)
    there = found.filter(Q(since=None) | Q(since__lte=period.ends_on))
    return list(there.select_related("unit", "scheme").order_by("scheme", "unit__order", "pk"))


def months(period: Period, since: date | None) -> Decimal:
    """From the month in which the unit exists (rooms §16.3)."""
    whole = 6 if period.part == HALF else 12
    if since is None or since <= period.begins_on:
        return Decimal(whole)
    return Decimal(max(1, period.ends_on.month - since.month + 1))


@takes(flow.OPEN)
def open_period(actor: Actor, period: Period) -> Entry:
    """启动采集: the units see their part and owe their report, the departments their values; what a ledger knows is taken from it."""
    now, matter = timezone.now(), period.matter
    number = numbers.take(SERIES, now)
    duties.done(matter, OPEN_PERIOD, at=now)
    entry = flow.FLOW.take(
        flow.OPEN,
        period,
        actor,
        at=now,
        cover_changes={"number": number, "opened_at": now, "words": f"{fold(number)} {matter.words}"},
        number=number,
        until=f"{period.collect_until:%Y-%m-%d}",
    )
    parts = list(matter.assignments.select_related("unit"))
    for part in parts:
        part.matter = matter
        show(part, now)
    due = fixed(period.collect_until, "由考核方案确定")
    reporting = set(period.appraised.values_list("assignment", flat=True))
    supplying = suppliers(period)
    duties.owe_parts(
        matter,
        [
            (SELF_REPORT, [part for part in parts if part.pk in reporting], due),
            (SUPPLY, [part for part in parts if part.unit_id in supplying], due),
        ],
        at=now,
    )
    take_from_ledgers(period)
    return entry


def suppliers(period: Period) -> set[int]:
    found = Indicator.objects.filter(
        scheme__in=period.schemes.all(),
        supplied_by__isnull=False,
        rule__isnull=False,
        half__in=halves(period),
    )
    return set(found.values_list("supplied_by", flat=True))


@takes(flow.PROLONG)
def prolong(actor: Actor, period: Period, until: date, reason: str) -> Entry:
    """延长采集: for everybody. Raises Barred where that is no later day."""
    if until <= period.collect_until:
        raise Barred("新的报送截止日期须晚于原来的。", field="until")
    for duty in period.matter.duties.filter(step__in=[SELF_REPORT, SUPPLY], done_at=None):
        duties.shift(duty, moves.extended(until, period.collect_until, reason))
    return flow.FLOW.take(
        flow.PROLONG,
        period,
        actor,
        changes={"collect_until": until},
        until=f"{until:%Y-%m-%d}",
        reason=reason,
    )


@takes(flow.CLOSE_COLLECTION)
def close_collection(actor: Actor, period: Period) -> Entry:
    """结束采集: who has not reported is named; what the ledgers know is taken once more."""
    now, matter = timezone.now(), period.matter
    missing = [str(one) for one in period.appraised.filter(state=states.EXPECTED)]
    duties.drop(matter, now, SELF_REPORT, SUPPLY)
    take_from_ledgers(period)
    owed = duties.owe(matter, SCORE, at=now, person=matter.officer)
    return flow.FLOW.take(
        flow.CLOSE_COLLECTION,
        period,
        actor,
        at=now,
        cover_changes={"due_at": owed.due_at},
        missing=f"没有报送自评的：{'、'.join(missing)}" if missing else "各单位均已报送自评",
    )


@takes(flow.CANCEL)
def cancel(actor: Actor, period: Period, reason: str) -> Entry:
    """取消. Its polls are void with it, and what was voted in them is not kept."""
    for poll in period.polls.filter(state__in=polls.CANCEL.frm).select_related("period__matter"):
        preparing.cancel(actor, poll, reason)
    duties.drop(period.matter, timezone.now())
    return flow.FLOW.take(flow.CANCEL, period, actor, reason=reason)


@takes(flow.ARCHIVE)
def archive(actor: Actor, period: Period) -> Entry:
    """归档. What was published stands; it may still be corrected by another result."""
    now = timezone.now()
    return flow.FLOW.take(
        flow.ARCHIVE, period, actor, at=now, cover_changes={"closed_at": now, "finished_at": now}
    )
