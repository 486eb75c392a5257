"""Keeping, opening, and who may. In one's own person only: no stand-in and no secretary opens what was not lent to be lent."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from bureau.files import cipher
from bureau.jobs.barred import Barred
from bureau.matters.models import Matter
from bureau.matters.policy import No, Refused, Yes
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Post
from bureau.vault import marks
from bureau.vault.models import Former, Identity, Line, Permit
from bureau.vault.particulars import Particulars

CLOSED = "身份保密，由受理人、经办人和局领导查看。"
RECEIVED, IN_CHARGE, DIRECTOR, PERMITTED = "受理人", "经办人", "局领导", "授权"


class Unreadable(Barred):
    """What was kept opens no more."""


@transaction.atomic
def keep(by: Person, matter: Matter, who: Particulars) -> Identity:
    """`by` received it, and may open it ever after."""
    identity = Identity(matter=matter, received_by=by)
    identity.sealed = cipher.seal(who.dumped(), identity.about)
    identity.save()
    marks.mark(identity, who)
    return identity


def right_of(who: Person | Actor, identity: Identity) -> str:
    """By what right whoever sits there opens it, in whosever name they act; empty for everybody else."""
    person = Actor.of(who).person
    if person.is_administrator:
        return ""
    at_the_desk = person.sits_at(identity.matter.kind)
    if at_the_desk and identity.received_by_id == person.pk:
        return RECEIVED
    if at_the_desk and identity.matter.officer_id == person.pk:
        return IN_CHARGE
    if person.holds(Post.DIRECTOR):
        return DIRECTOR
    permits = Permit.objects.in_force().filter(matter=identity.matter_id, person=person)
    return PERMITTED if permits.exists() else ""


def may_open(person: Person | Actor, identity: Identity) -> Yes | No:
    return Yes() if right_of(person, identity) else No(CLOSED)


@transaction.atomic
def open_for(person: Person, identity: Identity, why: str) -> Particulars:
    """Who it is, with a line that says who looked, when and why. Raises Refused, Barred without a reason, and
    Unreadable."""
    note(Line.Kind.LOOK, person, identity, why)
    return opened(identity)


def note(kind: Line.Kind, person: Person, identity: Identity, why: str) -> Line:
    """A line of what this person does with an identity. Raises Refused where they may not open it, Barred without a reason."""
    if not (right := right_of(person, identity)):
        raise Refused(CLOSED)
    why = reason(why, "why", "事由", Line.WHY_LENGTH)
    about = {"matter_id": identity.matter_id, "identity": identity}
    return Line.objects.create(kind=kind, person=person, right=right, why=why, **about)


def reason(words: str, field: str, label: str, limit: int) -> str:
    """Raises Barred where there is none."""
    if not (words := words.strip()) or len(words) > limit:
        raise Barred(f"请填写“{label}”，不超过{limit}字。", field=field)
    return words


def opened(kept: Identity | Former) -> Particulars:
    """For the house itself, which shows it to nobody. Raises Unreadable."""
    try:
        return Particulars.loaded(cipher.unseal(bytes(kept.sealed), kept.about))
    except cipher.Unreadable as fault:
        raise Unreadable(str(fault)) from fault


@transaction.atomic
def permit(by: Person, matter: Matter, to: Person, reason: str, until: date) -> Permit:
    """授权 `to` to open what is kept on the matter, up to and including `until`. Raises Refused for who is no director,
    Barred where it makes no sense."""
    if by.is_administrator or not by.holds(Post.DIRECTOR):
        raise Refused("授权查看身份由局领导办理。")
    if to.pk == by.pk or to.is_administrator or not to.is_active:
        raise Barred("“授权给”须是另一位在用的人员，且不是管理员。", field="to")
    if not reason.strip() or len(reason) > Permit.REASON_LENGTH:
        raise Barred(f"请填写“理由”，不超过{Permit.REASON_LENGTH}字。", field="reason")
    if until < timezone.localdate():
        raise Barred("“截止日期”不能早于今天。", field="until")
    return Permit.objects.create(matter=matter, person=to, granted_by=by, reason=reason.strip(), until=until)


@dataclass(frozen=True)
class Kept:
    """What is known of one person; `matter`: the key of that it is kept on, None before it is registered."""

    who: Particulars
    matter: int | None = None


def kept_on(*matters: Matter | int) -> list[Kept]:
    """For the house itself: everybody kept on these matters, also as they were kept before it was put right. Raises
    Unreadable."""
    identities = Identity.objects.filter(matter__in=matters).prefetch_related("formers")
    return [Kept(opened(one), identity.matter_id) for identity in identities for one in versions(identity)]


def versions(identity: Identity) -> list[Identity | Former]:
    return [identity, *identity.formers.all()]


def told_by(matter: Matter, *texts: str) -> list[str]:
    """By what these texts, before they are handed out, tell who it is: 「姓名」「电话」… of anybody kept on the matter."""
    found = {label: None for kept in kept_on(matter) for text in texts for label in kept.who.said_in(text)}
    return list(found)
