"""Keeping, opening, and who may. In one's own person only: no stand-in and no secretary opens what was not lent to be lent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from bureau.files.store import Kept as File
from bureau.jobs.barred import Barred
from bureau.matters.access.recusals import is_recused
from bureau.matters.models import Link, Matter
from bureau.matters.policy import No, Refused, Yes
from bureau.org import cipher
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Post
from bureau.vault import marks, scans
from bureau.vault.models import Former, Identity, Line, Permit, Scan
from bureau.vault.particulars import Particulars
from bureau.vault.recorded import record
from bureau.vault.unreadable import Unreadable, readable

__all__ = ["Unreadable"]

CLOSED = "身份保密，由受理人、经办人和局领导查看。"
RECEIVED, IN_CHARGE, DIRECTOR, PERMITTED = "受理人", "经办人", "局领导", "授权"


@transaction.atomic
def keep(by: Person, matter: Matter, who: Particulars, letters: Sequence[File] = ()) -> Identity:
    """`by` received it, and may open it ever after. `letters`: what a `ScansField` took in."""
    identity = Identity(matter=matter, received_by=by)
    identity.sealed = cipher.seal(who.dumped(), identity.about)
    identity.save()
    marks.mark(identity, who)
    scans.bind(identity, letters)
    return identity


def right_of(who: Person | Actor, identity: Identity) -> str:
    """By what right whoever sits there opens it, in whosever name they act; empty for everybody else."""
    person = Actor.of(who).person
    found = rights_of(person, identity.matter, [identity])
    return found[0][1] if found else ""


def rights_of(person: Person, matter: Matter, kept: Sequence[Identity]) -> list[tuple[Identity, str]]:
    """Of what is kept on the matter, what they open in their own person, each with the right that they have."""
    if not kept or person.is_administrator:
        return []
    rights = [(identity, right_by_post(person, matter, identity)) for identity in kept]
    if not all(right for _identity, right in rights) and permitted(person, matter):
        rights = [(identity, right or PERMITTED) for identity, right in rights]
    return [(identity, right) for identity, right in rights if right]


def may_open_any(person: Person, matter: Matter) -> bool:
    """Whether it is worth asking what is kept: by post or by permit they may open some of it."""
    return person.sits_at(matter.kind) or person.holds(Post.DIRECTOR) or permitted(person, matter)


def right_by_post(person: Person, matter: Matter, identity: Identity) -> str:
    if person.sits_at(matter.kind) and identity.received_by_id == person.pk:
        return RECEIVED
    if person.sits_at(matter.kind) and matter.officer_id == person.pk:
        return IN_CHARGE
    return DIRECTOR if person.holds(Post.DIRECTOR) else ""


def permitted(person: Person, matter: Matter) -> bool:
    """Of a unit that keeps out of it nobody is, whatever was permitted before."""
    permits = Permit.objects.in_force().filter(matter=matter, person=person)
    return permits.exists() and not keeps_out(person, matter)


def keeps_out(person: Person, matter: Matter) -> bool:
    """回避: works for a unit that is complained about, or that is above it."""
    unit = person.unit if person.works_for_unit else None
    return unit is not None and is_recused(matter, unit)


def may_open(person: Person | Actor, identity: Identity) -> Yes | No:
    return Yes() if right_of(person, identity) else No(CLOSED)


@transaction.atomic
def open_for(person: Person, identity: Identity, why: str) -> Particulars:
    """Who it is, with a line that says who looked, when and why. Raises Refused, Barred without a reason, and
    Unreadable."""
    note(Line.Kind.LOOK, person, identity, why)
    return opened(identity)


@transaction.atomic
def open_scan(person: Person, scan: Scan, why: str) -> list[bytes]:
    """The pages of a letter as JPEG pictures, with a line. Raises as `open_for`."""
    note(Line.Kind.SCAN, person, scan.identity, why)
    with readable():
        return scans.pictures(scan)


def note(kind: Line.Kind, person: Person, identity: Identity, why: str) -> Line:
    """A line of what this person does with an identity. Raises Refused where they may not open it, Barred without a reason."""
    if not (right := right_of(person, identity)):
        raise Refused(CLOSED)
    why = given(why, "why", "事由", Line.WHY_LENGTH)
    about = {"matter_id": identity.matter_id, "identity": identity}
    return record(kind=kind, person=person, right=right, why=why, **about)


def given(words: str, field: str, label: str, limit: int) -> str:
    """Raises Barred where there is none."""
    if not (words := words.strip()) or len(words) > limit:
        raise Barred(f"请填写“{label}”，不超过{limit}字。", field=field)
    return words


def opened(kept: Identity | Former) -> Particulars:
    """For the house itself, which shows it to nobody. Raises Unreadable."""
    with readable():
        return Particulars.loaded(cipher.unseal(bytes(kept.sealed), kept.about))


@transaction.atomic
def permit(by: Person, matter: Matter, to: Person, reason: str, until: date) -> Permit:
    """授权 `to` to open what is kept on the matter, up to and including `until`. Raises Refused for who is no director,
    Barred where it makes no sense."""
    require_director(by)
    if to.pk == by.pk or to.is_administrator or not to.is_active:
        raise Barred("“授权给”须是另一位在用的人员，且不是管理员。", field="to")
    if keeps_out(to, matter):
        raise Barred("“授权给”是被投诉单位或者其上级单位的人员，应当回避。", field="to")
    reason = given(reason, "reason", "理由", Permit.REASON_LENGTH)
    if until < timezone.localdate():
        raise Barred("“截止日期”不能早于今天。", field="until")
    line(Line.Kind.PERMIT, by, matter, reason, whom=to, until=until)
    return Permit.objects.create(matter=matter, person=to, granted_by=by, reason=reason, until=until)


@transaction.atomic
def withdraw(by: Person, permit: Permit) -> None:
    """收回授权: it stays as a row, and opens nothing any more. Raises Refused, Barred where it ended already."""
    require_director(by)
    if not Permit.objects.in_force().filter(pk=permit.pk).update(withdrawn_at=timezone.now()):
        raise Barred("这项授权已经收回，或者已经到期。")
    line(Line.Kind.WITHDRAWAL, by, permit.matter, permit.reason, whom=permit.person, until=permit.until)


def may_permit(person: Person) -> bool:
    return person.holds(Post.DIRECTOR) and not person.is_administrator


def require_director(person: Person) -> None:
    if not may_permit(person):
        raise Refused("授权查看身份由局领导办理。")


def line(kind: Line.Kind, by: Person, matter: Matter, why: str, **more: Any) -> Line:
    return record(kind=kind, person=by, matter=matter, right=DIRECTOR, why=why, **more)


@dataclass(frozen=True)
class Kept:
    """What is known of one person; `matter`: the key of that it is kept on, None before it is registered."""

    who: Particulars
    matter: int | None = None


def kept_on(*matters: Matter | int) -> list[Kept]:
    """For the house itself: everybody kept on these matters and on those that are linked to them (the whole of a part, what
    a supervision arose from), also as they were kept before it was put right. Raises Unreadable."""
    of_them = Q(matter__in=matters)
    of_them |= Q(matter__in=Link.objects.filter(source__in=matters).values("target"))
    of_them |= Q(matter__in=Link.objects.filter(target__in=matters).values("source"))
    identities = Identity.objects.filter(of_them).prefetch_related("formers")
    return [Kept(opened(one), identity.matter_id) for identity in identities for one in versions(identity)]


def versions(identity: Identity) -> list[Identity | Former]:
    return [identity, *identity.formers.all()]


def told_by(matter: Matter, *texts: str) -> list[str]:
    """By what these texts, before they are handed out, tell who it is: 「姓名」「电话」… of anybody kept on the matter."""
    found = {label: None for kept in kept_on(matter) for text in texts for label in kept.who.said_in(text)}
    return list(found)
