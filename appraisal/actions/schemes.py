"""考核方案: drafted, put up, approved by another, published with its document; a later version says why. Each act leaves a line of
审计记录: a scheme is no matter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from appraisal import states
from appraisal.models import Indicator, Member, Scheme
from appraisal.policy import approves_scheme, require_desk
from appraisal.prints.scheme import scheme_sheet
from appraisal.tree import faults
from bureau.files import store
from bureau.jobs.barred import Barred
from bureau.matters import numbers
from bureau.matters.flow import NotNow
from bureau.matters.policy import No, Refused
from bureau.org.models import Person, Unit
from bureau.org.noting import note
from bureau.press.printing import pdf_of

SERIES = "考"
COPIED = (
    "basis",
    "full",
    "half_share",
    "bonus_cap",
    "deduction_cap",
    "doubled_below",
    "late_deducts",
    "first_at",
    "second_at",
    "third_at",
    "first_share",
    "outstanding_share",
)


@dataclass(frozen=True)
class Given:
    """What is written of a scheme besides its indicators. `terms`: the columns of `COPIED`, those that were given."""

    year: int
    series: str
    title: str
    units: tuple[Unit, ...]
    terms: Mapping[str, Any] = field(default_factory=dict)
    apart: Mapping[int, str] = field(default_factory=dict)
    since: Mapping[int, date] = field(default_factory=dict)


@transaction.atomic
def draft(person: Person, given: Given) -> Scheme:
    """拟定方案. Raises Refused, Barred where the series has one already or one of its units another series."""
    require_desk(person)
    if Scheme.objects.filter(year=given.year, series=given.series).exists():
        raise Barred(f"{given.year}年{given.series}已有方案，请在原方案上修改或者修订。", field="series")
    made = Scheme(year=given.year, series=given.series, title=given.title, drafted_by=person, **given.terms)
    check_terms(made)
    made.save()
    put_members(made, given)
    note(person, f"拟定{made}，单位{len(given.units)}个")
    return made


@transaction.atomic
def edit(person: Person, scheme: Scheme, given: Given) -> Scheme:
    """修改, until it is put up. Raises Refused, NotNow, Barred."""
    require_desk(person)
    hold(scheme, states.DRAFT)
    for name, value in {"title": given.title, "edited_by": person, **given.terms}.items():
        setattr(scheme, name, value)
    check_terms(scheme)
    scheme.version = F("version") + 1
    scheme.save()
    scheme.refresh_from_db()
    put_members(scheme, given)
    note(person, f"修改{scheme}")
    return scheme


def check_terms(scheme: Scheme) -> None:
    """Raises Barred, by the field."""
    if not scheme.first_at > scheme.second_at > scheme.third_at:
        raise Barred("等次起点分须从一等到三等依次降低。", field="first_at")
    if scheme.first_at > scheme.full + scheme.bonus_cap:
        raise Barred("“一等起点分”高于满分，没有单位能达到。", field="first_at")
    if not 0 <= scheme.half_share < 100:
        raise Barred("“半年考核占比”须从0到不足100。", field="half_share")
    if scheme.full <= 0:
        raise Barred("“满分”须大于0。", field="full")


def require_free(year: int, series: str, units: Iterable[Unit], field: str) -> None:
    """Raises Barred where a unit stands in another series of that year: it is appraised once. A version that was replaced no longer
    says who is in its series."""
    others = Scheme.objects.filter(year=year).exclude(series=series)
    current = others.exclude(state=states.REPLACED)
    elsewhere = Member.objects.filter(scheme__in=current, unit__in=units)
    if found := elsewhere.select_related("unit", "scheme").first():
        raise Barred(f"{found.unit.short}已列入{found.scheme.series}，一个单位只参加一个序列。", field=field)


def put_members(scheme: Scheme, given: Given) -> None:
    """Raises Barred where a unit stands in another series of that year."""
    require_free(scheme.year, scheme.series, given.units, "units")
    scheme.members.exclude(unit__in=given.units).delete()
    for unit in given.units:
        values = {"apart": given.apart.get(unit.pk, ""), "since": given.since.get(unit.pk)}
        Member.objects.update_or_create(scheme=scheme, unit=unit, defaults=values)


@transaction.atomic
def drop(person: Person, scheme: Scheme) -> None:
    """删除草稿: as if it had not been begun; what was ever put up and approved stays. Raises Refused, NotNow."""
    require_desk(person)
    hold(scheme, states.DRAFT)
    note(person, f"删除草稿{scheme}")
    scheme.delete()


@transaction.atomic
def copy(person: Person, before: Scheme, year: int) -> Scheme:
    """Last year's as this year's draft. Raises Refused, Barred."""
    require_desk(person)
    if Scheme.objects.filter(year=year, series=before.series).exists():
        raise Barred(f"{year}年{before.series}已有方案。", field="year")
    require_free(year, before.series, [one.unit for one in before.members.select_related("unit")], "year")
    title = before.title.replace(str(before.year), str(year))
    return copied(person, before, year=year, title=title, number=1)


@transaction.atomic
def revise(person: Person, before: Scheme, why: str) -> Scheme:
    """修订: the next version, which takes the place of the old one when it is published, for what begins after that.
    Raises Refused, NotNow."""
    require_desk(person)
    hold(before, states.IN_FORCE)
    if Scheme.objects.filter(replaces=before).exists():
        raise Barred("这一版已经有修订稿。")
    return copied(
        person,
        before,
        year=before.year,
        title=before.title,
        number=before.number + 1,
        why=why,
        replaces=before,
    )


def copied(person: Person, before: Scheme, **values: Any) -> Scheme:
    terms = {name: getattr(before, name) for name in COPIED}
    made = Scheme.objects.create(series=before.series, drafted_by=person, **terms, **values)
    Member.objects.bulk_create(
        Member(
            scheme=made, unit=one.unit, apart=one.apart, since=one.since if made.year == before.year else None
        )
        for one in before.members.select_related("unit")
        if one.unit.active
    )
    twins: dict[int | None, Indicator | None] = {None: None}
    for one in before.indicators.order_by("ordinal", "pk"):  # a parent comes before its children
        key, parent = one.pk, twins[one.parent_id]
        one.pk, one.scheme, one.parent = None, made, parent
        one._state.adding = True
        one.save()
        twins[key] = one
    for rule in before.adjustment_rules.all():
        rule.pk, rule.scheme = None, made
        rule._state.adding = True
        rule.save()
    note(person, f"由{before}复制{made}")
    return made


def hold(scheme: Scheme, state: str) -> None:
    """Locked and read anew, where it stands there. Raises NotNow."""
    found = Scheme.objects.select_for_update().filter(pk=scheme.pk, state=state)
    if not found.exists():
        raise NotNow("方案的状态刚刚有了变化，请看过最新情况再办。")
    scheme.refresh_from_db()


def turn(scheme: Scheme, to: str, **changes: Any) -> None:
    Scheme.objects.filter(pk=scheme.pk).update(state=to, version=F("version") + 1, **changes)
    scheme.refresh_from_db()


@transaction.atomic
def propose(person: Person, scheme: Scheme) -> Scheme:
    """提请审定. Raises Barred that names what does not add up."""
    require_desk(person)
    hold(scheme, states.DRAFT)
    if found := faults(scheme, list(scheme.indicators.all()), list(scheme.members.select_related("unit"))):
        raise Barred("；".join(found[:5]))
    turn(scheme, states.PROPOSED, proposed_by=person)
    note(person, f"提请审定{scheme}")
    return scheme


@transaction.atomic
def take_back(person: Person, scheme: Scheme) -> Scheme:
    require_desk(person)
    hold(scheme, states.PROPOSED)
    turn(scheme, states.DRAFT)
    note(person, f"撤回{scheme}")
    return scheme


@transaction.atomic
def approve(person: Person, scheme: Scheme) -> Scheme:
    """审定, by a bureau leader who has no hand in it (`approves_scheme`). Raises Refused, NotNow."""
    hold(scheme, states.PROPOSED)
    require_approver(person, scheme)
    turn(scheme, states.APPROVED, approved_by=person, approved_at=timezone.now())
    note(person, f"审定{scheme}")
    return scheme


@transaction.atomic
def send_back(person: Person, scheme: Scheme, reason: str) -> Scheme:
    hold(scheme, states.PROPOSED)
    require_approver(person, scheme)
    turn(scheme, states.DRAFT)
    note(person, f"退回{scheme}：{reason}")
    return scheme


def require_approver(person: Person, scheme: Scheme) -> None:
    verdict = approves_scheme(person, scheme)
    if isinstance(verdict, No):
        raise Refused(verdict.reason)


@transaction.atomic
def publish(person: Person, scheme: Scheme) -> Scheme:
    """公布: numbered, printed and kept as it was; from now on nothing in it changes. Raises PressProblem."""
    require_desk(person)
    hold(scheme, states.APPROVED)
    now = timezone.now()
    number = numbers.take(SERIES, now)
    if scheme.replaces_id:
        Scheme.objects.filter(pk=scheme.replaces_id).update(state=states.REPLACED, version=F("version") + 1)
    scheme.document_number = number
    sha256, _size = store.put(ContentFile(pdf_of(scheme_sheet(scheme))))
    turn(scheme, states.IN_FORCE, document_number=number, published_at=now, sha256=sha256)
    note(person, f"公布{scheme}，{number}")
    return scheme
