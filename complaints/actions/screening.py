"""Whether it is accepted: decided in time, or deemed to be; and what the complainant is told of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters import cover, numbers
from bureau.matters.deadlines import dues, duties
from bureau.matters.flow import bound_to
from bureau.matters.models import Entry, Matter
from bureau.matters.parts.attaching import attach
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.models import Urgency
from bureau.org.posts import Post
from complaints import flow, states
from complaints.actions.registering import index
from complaints.dues import ADDED, SCREEN, SUPPLEMENT, TELL
from complaints.models import AnswerWay, Complaint, Ground, Mode
from complaints.models.kinds import ROUTED, WAYS

NOTICES = "优告"


@takes(flow.ACCEPT)
def accept(actor: Actor, complaint: Complaint, mode: str, urgency: str) -> Entry:
    """受理, and how it is handled: given to a unit next, or by the bureau itself from now on."""
    now, matter = timezone.now(), complaint.matter
    duties.done(matter, SCREEN, at=now)
    Matter.objects.filter(pk=matter.pk).update(urgency=urgency)
    matter.urgency = urgency
    changes = decided(complaint, now) | {"mode": mode, "accepted_at": now}
    cover_changes: dict = {}
    if mode == Mode.OWN:
        due = duties.term_of(matter, dues.REPORT, now)
        duties.owe(matter, dues.REPORT, at=now, person=matter.officer, due=due)
        changes |= {"state": states.RUNNING, "self_handled": True}
        cover_changes = {"opened_at": now, "due_at": due.due_at if due else None}
    else:
        changes["state"] = states.ACCEPTED
        duties.owe(matter, dues.DISPATCH, at=now, person=matter.officer)
    owe_word(complaint, now)
    words: dict[str, Any] = {"mode": Mode(mode).label, "urgency": Urgency(urgency).label}
    return flow.FLOW.take(
        flow.ACCEPT, complaint, actor, at=now, changes=changes, cover_changes=cover_changes, **words
    )


def decided(complaint: Complaint, now: datetime) -> dict:
    """The notice about it has a number of its own."""
    return {"decided_at": now, "notice_number": complaint.notice_number or numbers.take(NOTICES, now)}


def owe_word(complaint: Complaint, now: datetime, note: str = "") -> None:
    """Whoever can be reached is told."""
    if complaint.reachable and complaint.whole_id is None:
        duties.drop(complaint.matter, now, TELL)  # of what came before they are told with this
        duties.owe(complaint.matter, TELL, at=now, person=complaint.matter.officer, note=note)


@bound_to(flow.DEEM)
@transaction.atomic
def deem(complaint: Complaint, now: datetime) -> bool:
    """视为受理: the time for deciding is over. False where somebody decided meanwhile; safe to repeat."""
    cover.lock(complaint.matter_id)
    found = Complaint.objects.filter(pk=complaint.pk, state__in=states.UNDECIDED).select_related("matter")
    late = complaint.matter.duties.filter(step=SCREEN, done_at=None, stopped_at=None, due_at__lt=now)
    if not (held := found.first()) or not (screened := late.first()):
        return False
    duties.drop(held.matter, now, SCREEN, dues.APPROVE)
    duties.owe(held.matter, dues.DISPATCH, at=screened.due_at or now, person=held.matter.officer)
    owe_word(held, now)
    changes = decided(held, now) | {"mode": Mode.TRANSFER, "accepted_at": screened.due_at, "deemed": True}
    flow.FLOW.take(flow.DEEM, held, None, at=now, changes=changes)
    return True


def deem_overdue() -> int:
    """All that are late. Returns how many were deemed accepted."""
    now = timezone.now()
    late = Complaint.objects.filter(
        state__in=states.UNDECIDED,
        matter__duties__step=SCREEN,
        matter__duties__done_at=None,
        matter__duties__stopped_at=None,
        matter__duties__due_at__lt=now,
    )
    return sum(deem(complaint, now) for complaint in late.select_related("matter").distinct())


@takes(flow.ASK_MORE)
def ask_more(actor: Actor, complaint: Complaint, reason: str) -> Entry:
    """要求补正, once: the time for deciding stands still meanwhile."""
    now, matter = timezone.now(), complaint.matter
    duties.stop(matter, now)
    duties.owe(matter, SUPPLEMENT, at=now, person=matter.officer)
    owe_word(complaint, now)
    return flow.FLOW.take(flow.ASK_MORE, complaint, actor, changes={"supplemented": True}, reason=reason)


@takes(flow.SUPPLIED)
def supplied(actor: Actor, complaint: Complaint, text: str, files: Sequence[Kept] = ()) -> Entry:
    """What the complainant added stands with the facts."""
    facts = f"{complaint.facts}\n（补正）{text}"
    if len(facts) > Complaint.LENGTHS["facts"]:
        raise Barred(f"连同原来的事实超过{Complaint.LENGTHS['facts']}字，请缩写。", field="text")
    go_on(complaint)
    entry = flow.FLOW.take(flow.SUPPLIED, complaint, actor, changes={"facts": facts})
    index(complaint)
    attach(entry, files)
    return entry


@takes(flow.GIVE_UP)
def give_up(actor: Actor, complaint: Complaint) -> Entry:
    """Nothing came: it is decided on what there is."""
    go_on(complaint)
    return flow.FLOW.take(flow.GIVE_UP, complaint, actor)


def go_on(complaint: Complaint) -> None:
    now, matter = timezone.now(), complaint.matter
    duties.done(matter, SUPPLEMENT, at=now)
    duties.resume(matter, now)


@takes(flow.PASS_ON)
def pass_on(actor: Actor, complaint: Complaint, words: str) -> Entry:
    """转告: what the complainant added, as far as the units must know it."""
    duties.done(complaint.matter, ADDED, at=timezone.now())
    return flow.FLOW.take(flow.PASS_ON, complaint, actor, words=words)


@takes(flow.NOTE_ADDED)
def note_added(actor: Actor, complaint: Complaint) -> Entry:
    """What was added has been read, and is for the desk alone."""
    duties.done(complaint.matter, ADDED, at=timezone.now())
    return flow.FLOW.take(flow.NOTE_ADDED, complaint, actor)


@takes(flow.PROPOSE_REFUSAL)
def propose_refusal(actor: Actor, complaint: Complaint, ground: str, words: str, route: str = "") -> Entry:
    """拟不予受理或导入: a bureau leader decides; until then the time runs on. Raises Barred without a ground that fits."""
    if ground == Ground.NO_CLUE and not complaint.anonymous:
        raise Barred("本件是实名投诉，请另选情形；内容不明确的先要求补正。", field="ground")
    if ground == Ground.VAGUE and not complaint.supplemented:
        raise Barred("内容不明确的，先要求投诉人补正一次，仍不明确的才不予受理。", field="ground")
    duties.owe(complaint.matter, dues.APPROVE, at=timezone.now(), post=Post.DIRECTOR)
    changes = {
        "ground": ground,
        "refusal_words": words,
        "route": route or WAYS[Ground(ground)],
        "proposed_by": actor.principal,
    }
    facts: dict[str, Any] = {"ground": Ground(ground).label, "words": words}
    return flow.FLOW.take(flow.PROPOSE_REFUSAL, complaint, actor, changes=changes, **facts)


@takes(flow.TAKE_BACK_REFUSAL)
def take_back_refusal(actor: Actor, complaint: Complaint) -> Entry:
    """撤回 what was proposed, until it is decided."""
    duties.drop(complaint.matter, timezone.now(), dues.APPROVE)
    return flow.FLOW.take(flow.TAKE_BACK_REFUSAL, complaint, actor)


@takes(flow.DECLINE_REFUSAL)
def decline_refusal(actor: Actor, complaint: Complaint, reason: str) -> Entry:
    """退回重新审查: in the time that is left."""
    duties.done(complaint.matter, dues.APPROVE, at=timezone.now())
    return flow.FLOW.take(flow.DECLINE_REFUSAL, complaint, actor, reason=reason)


@takes(flow.REFUSE)
def refuse(actor: Actor, complaint: Complaint, remark: str = "") -> Entry:
    """不予受理, or 导入 to where it belongs: numbered, with reason and right way; the complainant is told."""
    now, matter = timezone.now(), complaint.matter
    routed = complaint.ground in ROUTED
    duties.done(matter, SCREEN, dues.APPROVE, at=now)
    owe_word(complaint, now)
    changes = decided(complaint, now) | {"state": states.ROUTED if routed else states.REFUSED}
    words: dict[str, Any] = {
        "decision": "导入其他渠道" if routed else "不予受理",
        "ground": complaint.get_ground_display(),
        "number": changes["notice_number"],
        "remark": remark,
    }
    cover = {"opened_at": now}  # from here on the leaders in charge read it, and count it
    return flow.FLOW.take(
        flow.REFUSE, complaint, actor, at=now, changes=changes, cover_changes=cover, **words
    )


@takes(flow.FILE)
def file(actor: Actor, complaint: Complaint, reason: str) -> Entry:
    """存查 what nobody can check and nobody can be told of."""
    now = timezone.now()
    duties.done(complaint.matter, SCREEN, at=now)
    changes = {"ground": Ground.NO_CLUE, "decided_at": now}
    cover = {"opened_at": now}
    return flow.FLOW.take(flow.FILE, complaint, actor, changes=changes, cover_changes=cover, reason=reason)


@takes(flow.TAKE_BACK_FILE)
def take_back_file(actor: Actor, complaint: Complaint) -> Entry:
    """撤回存查: it is decided anew, in the time that it has from receipt."""
    if complaint.decided_at:
        duties.reopen(complaint.matter, complaint.decided_at, SCREEN)
    changes = {"ground": "", "decided_at": None}
    cover = {"opened_at": None}
    return flow.FLOW.take(flow.TAKE_BACK_FILE, complaint, actor, changes=changes, cover_changes=cover)


@takes(flow.TELL_COMPLAINANT)
def tell(actor: Actor, complaint: Complaint, way: str, remark: str = "") -> Entry:
    """登记已告知: read out, handed over, sent; when and how."""
    now = timezone.now()
    duties.done(complaint.matter, TELL, at=now)
    changes = {"told_at": now, "told_way": way}
    words: dict[str, Any] = {"way": AnswerWay(way).label, "remark": remark}
    return flow.FLOW.take(flow.TELL_COMPLAINANT, complaint, actor, at=now, changes=changes, **words)
