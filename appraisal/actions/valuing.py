"""Values: typed by the unit for itself, by the department for all, by the desk for anybody, cell by cell. Who was slower on one cell loses
nothing: that cell is told, the others are kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from appraisal import flow, states
from appraisal.dues import SELF_REPORT, SUPPLY
from appraisal.models import Appraised, Evidence, Indicator, Period, Value
from appraisal.policy import may_supply
from appraisal.tree import plain
from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters import cover
from bureau.matters.deadlines import duties
from bureau.matters.flow import NotNow, bound_to
from bureau.matters.models import Entry
from bureau.matters.parts.attaching import attach
from bureau.matters.policy import Refused, takes
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.worktime import end_of_day

TOLD = 5  # so many cells a line names
Cell = tuple[int, int]  # keys of who is appraised and of the indicator


@dataclass(frozen=True)
class Typed:
    """What was typed into one cell, on which version of it (0: it was empty)."""

    status: str
    data: Mapping[str, Any]
    seen: int
    words: str = ""
    self_score: Decimal | None = None
    files: tuple[Kept, ...] = ()


@dataclass(frozen=True)
class Written:
    """What became of a grid: how many cells were kept; which were changed by somebody else meanwhile."""

    kept: int
    clashed: tuple[Cell, ...]


@bound_to(flow.VALUES)
@transaction.atomic
def write_values(who: Person | Actor, period: Period, cells: Mapping[Cell, Typed]) -> Written:
    """Of many units at once, by the desk or by the department that supplies. Raises Refused where a cell is not theirs,
    NotNow where the values are closed."""
    actor = Actor.of(who)
    at_the_desk = actor.sits_at(period.matter.kind)
    period = hold(period, (*states.OPEN, *states.FROZEN) if at_the_desk else states.OPEN)
    parts = {one.pk: one for one in period.appraised.select_related("assignment__unit")}
    indicators = Indicator.objects.in_bulk({key for _part, key in cells})
    for part, key in cells:
        require_theirs(actor, period, indicators[key], parts[part])
    written, told = put(actor, parts, indicators, cells, None if at_the_desk else is_late(period))
    if written.kept:
        flow.FLOW.take(flow.VALUES, period, actor, count=written.kept, told=told)
    return written


def hold(period: Period, open_in: tuple[str, ...]) -> Period:
    """Locked with its cover. Raises NotNow where values are closed to who writes."""
    cover.queue(period.matter)
    found = Period.objects.select_related("matter").get(pk=period.pk)
    if found.state not in open_in:
        raise NotNow.for_step(flow.VALUES)
    return found


def is_late(period: Period) -> bool:
    return timezone.localdate() > period.collect_until


def require_theirs(actor: Actor, period: Period, indicator: Indicator, part: Appraised) -> None:
    belongs = indicator.scheme_id == part.scheme_id and indicator.unit_id in (None, part.assignment.unit_id)
    at_the_desk = actor.sits_at(period.matter.kind)
    supplies = may_supply(actor, indicator) and period.state == states.COLLECTING
    if not belongs or indicator.rule is None or not (at_the_desk or supplies):
        raise Refused("这一格不由你单位填写。")
    if indicator.supplier == Indicator.Supplier.LEDGER:
        raise Refused(f"{indicator}由台账自动取数，不能填写。")


def put(
    actor: Actor,
    parts: Mapping[int, Appraised],
    indicators: Mapping[int, Indicator],
    cells: Mapping[Cell, Typed],
    late: bool | None,
) -> tuple[Written, str]:
    """Compare and set, each cell by its own version; and the first of them in words. `late`: whether the day on which values were due is
    over; None where the desk says itself what came late."""
    now, held, frozen_at = timezone.now(), values_of(cells), last_kept_at(parts.values())
    clashed, told, kept = [], [], 0
    for cell, typed in sorted(cells.items()):
        before = held.get(cell)
        if late is not None:
            typed = by_the_date(before, typed, late)
        if before and same(before, typed):
            continue
        if (before.version if before else 0) != typed.seen:
            clashed.append(cell)
            continue
        columns = {
            "status": typed.status,
            "data": dict(typed.data),
            "words": typed.words,
            "self_score": typed.self_score,
            "by": actor.principal,
            "at": now,
        }
        part, key = cell
        if before:
            columns["former"] = as_kept(before, frozen_at)
            Value.objects.filter(pk=before.pk).update(version=F("version") + 1, **columns)
        else:
            Value.objects.create(appraised_id=part, indicator_id=key, **columns)
        kept += 1
        told.append(f"{parts[part]}{indicators[key].name}")
    more = f"等{kept}项" if kept > TOLD else ""
    return Written(kept, tuple(clashed)), "、".join(told[:TOLD]) + more


def last_kept_at(parts: Iterable[Appraised]) -> datetime | None:
    """When the result of their period was kept last; None where units read none of it now."""
    period = next(iter(parts)).period
    if period.state not in states.FROZEN:
        return None
    return period.results.aggregate(at=Max("at"))["at"]


def as_kept(before: Value, kept_at: datetime | None) -> dict[str, Any]:
    """What stays to be read of this value until the result is corrected; empty where it counts in none."""
    if kept_at is None:
        return {}
    if before.at > kept_at:
        return before.former
    return {
        "status": before.status,
        "data": before.data,
        "words": before.words,
        "self_score": None if before.self_score is None else str(before.self_score),
        "by_id": before.by_id,
        "at": before.at.isoformat(),
    }


def by_the_date(before: Value | None, typed: Typed, late: bool) -> Typed:
    """Who supplies a value does not say whether it came in time; what came in time and stays as it was is not late."""
    if typed.status == Value.Status.NOT_APPLICABLE:
        return typed
    if before and same(before, replace(typed, status=before.status)):
        return replace(typed, status=before.status)
    return replace(typed, status=Value.Status.LATE if late else Value.Status.GIVEN)


def values_of(cells: Mapping[Cell, Typed]) -> dict[Cell, Value]:
    found = Value.objects.select_for_update().filter(
        appraised__in={part for part, _key in cells}, indicator__in={key for _part, key in cells}
    )
    return {(one.appraised_id, one.indicator_id): one for one in found}


def same(before: Value, typed: Typed) -> bool:
    return (before.status, before.data, before.words, before.self_score) == (
        typed.status,
        dict(typed.data),
        typed.words,
        typed.self_score,
    )


@takes(flow.FILL_IN)
def fill_in(actor: Actor, part: Appraised, cells: Mapping[Cell, Typed]) -> Written:
    """The unit's own values, kept until it reports them. Raises Refused where a cell is not the unit's."""
    indicators = Indicator.objects.in_bulk({key for _part, key in cells})
    for owner, key in cells:
        one = indicators[key]
        if owner != part.pk or one.supplier != Indicator.Supplier.SELF or one.scheme_id != part.scheme_id:
            raise Refused("这一格不由你单位填写。")
        if one.unit_id not in (None, part.assignment.unit_id):
            raise Refused("这一格不由你单位填写。")
    written, told = put(actor, {part.pk: part}, indicators, cells, is_late(part.period))
    proven = {key: typed.files for (_part, key), typed in cells.items() if typed.files}
    if written.kept or proven:
        told = told or "、".join(indicators[key].name for key in proven)
        count = written.kept or len(proven)
        entry = flow.UNIT_FLOW.take(
            flow.FILL_IN, part, actor, assignment=part.assignment, count=count, told=told
        )
        prove(part, entry, proven)
    return written


def prove(part: Appraised, entry: Entry, files: Mapping[int, Sequence[Kept]]) -> None:
    """Hangs on the line what came for each indicator (its key), and says of which value it is the evidence."""
    values = {one.indicator_id: one for one in part.values.filter(indicator__in=files)}
    found = [(key, file) for key, kept in files.items() if key in values for file in kept]
    hung = attach(entry, [file for _key, file in found])
    Evidence.objects.bulk_create(
        Evidence(value=values[key], attachment=one) for (key, _file), one in zip(found, hung, strict=True)
    )


@takes(flow.REPORT)
def report(actor: Actor, part: Appraised, summary: str, files: Sequence[Kept] = ()) -> Entry:
    """报送自评. Raises Barred where a value that only the unit knows is missing."""
    require_complete(part)
    now = timezone.now()
    duties.done(part.matter, flow.REPORT.does[0], at=now, assignment=part.assignment)
    entry = flow.UNIT_FLOW.take(
        flow.REPORT,
        part,
        actor,
        at=now,
        assignment=part.assignment,
        changes={"summary": summary, "reported_by": actor.principal, "reported_at": now},
        scored=self_scored(part),
    )
    attach(entry, files)
    return entry


def require_complete(part: Appraised) -> None:
    given = set(part.values.values_list("indicator", flat=True))
    own = Indicator.objects.filter(
        scheme=part.scheme_id,
        supplier=Indicator.Supplier.SELF,
        rule__isnull=False,
        half__in=halves(part.period),
    )
    missing = [
        str(one) for one in own if one.unit_id in (None, part.assignment.unit_id) and one.pk not in given
    ]
    if missing:
        raise Barred(
            f"还没有填写：{'、'.join(missing[:5])}{'等' if len(missing) > 5 else ''}。没有任务的选“不适用”并说明。"
        )


def halves(period: Period) -> list[bool]:
    """Which indicators count in it: at half-year those that the scheme says."""
    return [True] if period.part == Period.Part.HALF else [True, False]


def self_scored(part: Appraised) -> str:
    """What it gave itself, in words; empty where it gave itself nothing: that is not nought."""
    points = [one.self_score for one in part.values.all() if one.self_score is not None]
    return f"，自评{plain(sum(points, Decimal()))}分" if points else ""


@takes(flow.TAKE_BACK)
def take_back(actor: Actor, part: Appraised) -> Entry:
    """撤回, until the values are closed: it is owed again, by the day that holds now."""
    ended = part.reported_at
    assert ended is not None
    duties.reopen(part.matter, ended, SELF_REPORT, assignment=part.assignment)
    due = end_of_day(part.period.collect_until)
    part.matter.duties.filter(step=SELF_REPORT, assignment=part.assignment, done_at=None).update(due_at=due)
    return flow.UNIT_FLOW.take(
        flow.TAKE_BACK,
        part,
        actor,
        assignment=part.assignment,
        changes={"reported_by": None, "reported_at": None},
    )


@takes(flow.SUPPLIED)
def hand_in(actor: Actor, period: Period) -> Entry:
    """报送数据完毕: the department says that all its values stand. Raises Barred that names what is missing."""
    own = Indicator.objects.filter(
        scheme__in=period.schemes.all(),
        supplied_by__in=actor.own_units,
        half__in=halves(period),
        rule__isnull=False,
    )
    given = set(Value.objects.filter(indicator__in=own).values_list("appraised", "indicator"))
    missing = [
        f"{part}{one.name}"
        for part in period.appraised.select_related("assignment__unit")
        for one in own
        if one.scheme_id == part.scheme_id
        and one.unit_id in (None, part.assignment.unit_id)
        and (part.pk, one.pk) not in given
    ]
    if missing:
        raise Barred(f"还有{len(missing)}格没有填写：{'、'.join(missing[:5])}。没有任务的选“不适用”。")
    now = timezone.now()
    owed = period.matter.duties.filter(step=SUPPLY, done_at=None).values("assignment")
    owing = period.matter.assignments.filter(pk__in=owed, unit__in=actor.own_units)
    parts = list(owing.select_related("unit").order_by("pk"))
    for part in parts:  # of a unit that took over another: both
        duties.done(period.matter, SUPPLY, at=now, assignment=part)
    return flow.FLOW.take(flow.SUPPLIED, period, actor, at=now, assignment=parts[0], unit=parts[0].unit.short)
