"""A poll is drafted, mended, opened, made void."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from appraisal.ballots import flow, policy
from appraisal.ballots.models import Ballot, Code, Group, Poll, Subject
from appraisal.ballots.owing import settle
from appraisal.ballots.terms import USUAL, Option
from appraisal.models import Period
from bureau.jobs.barred import Barred
from bureau.matters import cover
from bureau.matters.flow import bound_to
from bureau.matters.models import Entry
from bureau.matters.policy import No, Refused, takes
from bureau.org.actor import Actor
from bureau.org.models import Part, Person, Position, Unit

HUNDRED = Decimal(100)
TEAM, UNIT, CADRE = Subject.Kind


@dataclass(frozen=True)
class Voters:
    name: str
    weight: Decimal
    way: str
    entitled: int


@dataclass(frozen=True)
class Given:
    """What is said of a poll. `kinds`: what of the units is voted on; `limits`: what else its columns hold."""

    title: str
    kinds: Sequence[str]
    units: Sequence[Unit]
    voters: Sequence[Voters]
    opens_on: date
    closes_on: date
    options: Sequence[Option] = USUAL
    limits: dict[str, Any] = field(default_factory=dict)

    @property
    def columns(self) -> dict[str, Any]:
        options = [{"name": one.name, "value": f"{one.value.normalize():f}"} for one in self.options]
        dates = {"opens_on": self.opens_on, "closes_on": self.closes_on}
        return {"title": self.title, "options": options, **dates, **self.limits}


@bound_to(flow.REGISTER)
@transaction.atomic
def register(who: Person | Actor, period: Period, given: Given) -> Poll:
    """新建测评. Raises Refused, Barred by the field."""
    actor = Actor.of(who)
    cover.queue(period.matter)
    period.refresh_from_db()
    poll = Poll(period=period, officer=actor.principal, **given.columns)
    verdict = policy.prepares(actor, poll)
    if isinstance(verdict, No):
        raise Refused(verdict.reason)
    check(poll, given)
    poll.save()
    told = fill(poll, given)
    flow.FLOW.take(flow.REGISTER, poll, actor, **told)
    return poll


@takes(flow.EDIT)
def edit(actor: Actor, poll: Poll, given: Given) -> Entry:
    """Anew, as long as nobody votes. Raises Barred by the field."""
    check(poll, given)
    poll.subjects.all().delete()
    poll.groups.all().delete()
    told = fill(poll, given)
    return flow.FLOW.take(flow.EDIT, poll, actor, changes=given.columns, **told)


def check(poll: Poll, given: Given) -> None:
    total = sum((one.weight for one in given.voters), Decimal())
    if total != HUNDRED:
        raise Barred(f"投票人的权重合计{total.normalize():f}%，应为100%，请核对。")
    if len({one.name for one in given.voters}) < len(given.voters):
        raise Barred("投票人的名称重复，请核对。")
    if len(given.options) < 2 or len({one.name for one in given.options}) < len(given.options):
        raise Barred("选项至少两个，名称不能重复，请核对。")
    if list(given.options) != sorted(given.options, key=lambda one: -one.value):
        raise Barred("选项请从分值高的到低的填写。")
    if given.closes_on < given.opens_on:
        raise Barred("“截止日期”不能早于“开始日期”。", field="closes_on")
    if given.closes_on < timezone.localdate():
        raise Barred("“截止日期”不能早于今天。", field="closes_on")
    others = Poll.objects.exclude(pk=poll.pk).exclude(state="void")
    if others.filter(period=poll.period, title=given.title).exists():
        raise Barred("本考核期已经有同名的测评。", field="title")


def fill(poll: Poll, given: Given) -> dict[str, Any]:
    """Rows and groups of voters; what the line tells of them."""
    rows = list(rows_of(poll, given))
    Subject.objects.bulk_create(rows)
    Group.objects.bulk_create(
        Group(poll=poll, ordinal=at, name=one.name, weight=one.weight, way=one.way, entitled=one.entitled)
        for at, one in enumerate(given.voters, 1)
    )
    told = "、".join(f"{one.name}{one.entitled}人占{one.weight.normalize():f}%" for one in given.voters)
    return {"title": given.title, "count": len(rows), "voters": told}


def rows_of(poll: Poll, given: Given) -> list[Subject]:
    """Unit by unit: the leading team, the unit, its cadres. Raises Barred where a unit has none of what is asked for."""
    cadres = positions_of(given.units) if CADRE in given.kinds else {}
    found: list[Subject] = []
    for unit in given.units:
        if TEAM in given.kinds:
            found.append(Subject(kind=TEAM, unit=unit, label=f"{unit.short}领导班子"))
        if UNIT in given.kinds:
            found.append(Subject(kind=UNIT, unit=unit, label=unit.short))
        found += cadre_rows(cadres.get(unit.pk, []))
    if not found:
        raise Barred("所选单位没有在任的领导干部，请先在干部名册登记任职，或者改选测评对象。", field="units")
    for at, one in enumerate(found, 1):
        one.poll, one.ordinal = poll, at
    return found


def positions_of(units: Sequence[Unit]) -> dict[int, list[Position]]:
    """Who leads there today, the head first."""
    today = timezone.localdate()
    running = Position.objects.filter(Q(until=None) | Q(until__gte=today), unit__in=units, since__lte=today)
    leading = running.exclude(part=Part.STAFF).select_related("unit")
    found: dict[int, list[Position]] = {}
    for one in sorted(leading, key=lambda one: (PARTS.index(one.part), one.since, one.pk)):
        found.setdefault(one.unit_id, []).append(one)
    return found


PARTS = [part.value for part in Part]


def cadre_rows(positions: Sequence[Position]) -> list[Subject]:
    """Two of the same post are told apart by what they are in charge of, else by a number."""
    found: list[Subject] = []
    labels: set[str] = set()
    posts = [str(one) for one in positions]
    for one, post in zip(positions, posts, strict=True):
        label = f"{post}（分管{one.charge}）" if posts.count(post) > 1 and one.charge else post
        label = label[: Subject.LABEL_LENGTH - 4]
        if label in labels:
            label += f"（{sum(other.startswith(label) for other in labels) + 1}）"
        labels.add(label)
        found.append(Subject(kind=CADRE, unit=one.unit, position=one, label=label))
    return found


@takes(flow.BEGIN)
def begin(actor: Actor, poll: Poll) -> Entry:
    """开始测评."""
    entry = flow.FLOW.take(
        flow.BEGIN,
        poll,
        actor,
        title=poll.title,
        opens=f"{poll.opens_on:%Y-%m-%d}",
        closes=f"{poll.closes_on:%Y-%m-%d}",
    )
    settle(poll.period, entry.at)
    return entry


@takes(flow.CANCEL)
def cancel(actor: Actor, poll: Poll, reason: str) -> Entry:
    """作废: what was voted is not kept."""
    Ballot.objects.filter(group__poll=poll).delete()
    Code.objects.filter(group__poll=poll).delete()
    entry = flow.FLOW.take(flow.CANCEL, poll, actor, title=poll.title, reason=reason)
    settle(poll.period, entry.at)
    return entry
