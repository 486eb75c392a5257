"""On site: what is seen is written down once, however often it is sent; who was there signs; and the visits end."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.utils import timezone

from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters.deadlines import duties
from bureau.matters.models import Entry, Secrecy
from bureau.matters.parts.attaching import attach
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.models import Person
from directives.inspections import flow
from directives.inspections.dues import CONCLUDE, JOIN_VISIT, VISIT
from directives.inspections.models import CheckItem, Finding, Inspection, Signature, Target

Sent = TypeVar("Sent", Finding, Signature)
SLACK = timedelta(minutes=10)  # by which a telephone's clock may be ahead


def record(who: Person | Actor, target: Target, key: UUID, **seen: Any) -> Finding:
    """记录现场情况, by the key that the telephone gave it: what was sent before is not written twice, and is answered as received
    even when nothing more may be written. Raises Barred where the time cannot be, or the key is another's."""
    if sent := Finding.objects.filter(key=key).first():
        return the_same(sent, target, who)
    return write_down(who, target, key, **seen)


@takes(flow.RECORD)
def write_down(
    actor: Actor,
    target: Target,
    key: UUID,
    kind: str,
    words: str,
    place: str = "",
    item: CheckItem | None = None,
    found_at: datetime | None = None,
    photos: Sequence[Kept] = (),
) -> Finding:
    """Unless it came while this one waited. Raises as `record` does."""
    if sent := Finding.objects.filter(key=key).first():
        return the_same(sent, target, actor)
    now = timezone.now()
    at = check_time(target.inspection, found_at, now)
    entry = flow.TARGET_FLOW.take(
        flow.RECORD,
        target,
        actor,
        at=now,
        unit=target.unit.short,
        kind=Finding.Kind(kind).label,
        words=f"（{place}）{words}" if place else words,
    )
    attach(entry, photos)
    return Finding.objects.create(
        target=target,
        key=key,
        kind=kind,
        words=words,
        place=place,
        item=item,
        found_at=at,
        person=actor.principal,
        entry=entry,
    )


def the_same(sent: Sent, target: Target, who: Person | Actor) -> Sent:
    """Raises Barred where somebody else's stands under that key, or another target's."""
    if sent.target_id != target.pk or sent.entry.actor_id not in Actor.of(who).hands:
        raise Barred("这条记录的设备编号已经被别的记录占用，请重新填写后再发送。")
    return sent


def check_time(inspection: Inspection, at: datetime | None, now: datetime) -> datetime:
    """When it was seen, by the telephone's clock; the line keeps when it came. Raises Barred."""
    if at is None:
        return now
    if at > now + SLACK:
        raise Barred("“时间”不能晚于现在，请核对手机的时间。", field="found_at")
    begun = inspection.matter.opened_at
    if begun and at < begun - SLACK:
        raise Barred(
            f"“时间”不能早于开始督查的时间（{timezone.localtime(begun):%Y-%m-%d %H:%M}）。", field="found_at"
        )
    return min(at, now)


def sign_record(who: Person | Actor, target: Target, key: UUID, *words: Any, **more: Any) -> Signature:
    """现场签字 by who was there for the target, with what they say to it; by its key, as `record`. Raises Barred without the
    picture of it."""
    if sent := Signature.objects.filter(key=key).first():
        return the_same(sent, target, who)
    return put_signature(who, target, key, *words, **more)


@takes(flow.SIGN_RECORD)
def put_signature(
    actor: Actor,
    target: Target,
    key: UUID,
    signer: str,
    photos: Sequence[Kept],
    remark: str = "",
    found_at: datetime | None = None,
) -> Signature:
    """Unless it came while this one waited. Raises as `sign_record` does."""
    if sent := Signature.objects.filter(key=key).first():
        return the_same(sent, target, actor)
    if not photos:
        raise Barred("请在签字框里签字，或者上传签过字的底稿照片。", field="photos")
    now = timezone.now()
    at = check_time(target.inspection, found_at, now)
    entry = flow.TARGET_FLOW.take(
        flow.SIGN_RECORD,
        target,
        actor,
        at=now,
        unit=target.unit.short,
        signer=signer,
        remark=f"意见：{remark}" if remark else "",
    )
    attach(entry, photos)
    return Signature.objects.create(
        target=target, key=key, signer=signer, remark=remark, signed_at=at, entry=entry
    )


@takes(flow.FINISH)
def finish(actor: Actor, inspection: Inspection) -> Entry:
    """结束实地督查: it is the team's own no longer, and the conclusions are owed. What is still on a telephone may come."""
    now, matter = timezone.now(), inspection.matter
    duties.done(matter, VISIT, JOIN_VISIT, at=now)
    duty = duties.owe(matter, CONCLUDE, at=now, person=matter.officer)
    cover = {"secrecy": Secrecy.NORMAL, "team_only": False, "due_at": duty.due_at}
    return flow.FLOW.take(flow.FINISH, inspection, actor, at=now, cover_changes=cover)
