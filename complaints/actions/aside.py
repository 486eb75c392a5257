"""Beside the straight road: merged, withdrawn, kept out of, malicious, suspended, void."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import cover, linking, rooms
from bureau.matters.beginning import Begun
from bureau.matters.deadlines import duties
from bureau.matters.lineage import changing
from bureau.matters.models import Entry, Link, Matter, Secrecy
from bureau.matters.parts import pleas
from bureau.matters.parts.turning import turning_verbs
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.models import Person, Unit
from complaints import asked, flow, states
from complaints.actions.screening import owe_word
from complaints.models import Complaint

# The unit that it is about may lead it: it says neither that somebody complained nor the number.
SUPERVISION = "优化营商环境专项督查"
MAY_TAKE_IN = (states.ACCEPTED, states.RUNNING, states.REVIEWING)  # what is refused answers no others


def may_end(complaint: Complaint) -> None:
    """Raises Barred while others are merged into it, or what was split off goes on."""
    parts = complaint.parts.exclude(state__in=[states.CLOSED, states.VOID, states.WITHDRAWN])
    if followed(complaint) or parts.exists():
        raise Barred("还有其他投诉并入本件办理，或者从本件拆分的还没有办结，现在不能作废。")


def followed(complaint: Complaint) -> bool:
    return complaint.merged.filter(state=states.MERGED).exists()


suspend, resume, void = turning_verbs(flow.FLOW, flow.TURNING, may_end)


@takes(flow.MERGE)
def merge(actor: Actor, complaint: Complaint, into: str) -> Entry:
    """并案: it follows the other's clock and is never late by itself; its complainant is answered on it all the same. What was
    merged into it goes along. Raises Barred where the other one is not accepted, judged already, or not to be seen."""
    other = target(actor, complaint, into)
    now, matter = timezone.now(), complaint.matter
    duties.drop(matter, at=now)
    owe_word(complaint, now)
    linking.link(matter, other.matter, Link.Why.CONTINUES)
    complaint.merged.filter(state=states.MERGED).update(merged_into=other)
    changes = {"merged_into": other}
    known, number = shown(matter, now), other.matter.number
    changing.upset(matter, changing.What.MERGED, f"{changing.named(matter)}已并入{number}一并办理", now)
    return flow.FLOW.take(flow.MERGE, complaint, actor, changes=changes, cover_changes=known, into=number)


def shown(matter: Matter, now: datetime) -> dict[str, Any]:
    """From here on the leaders in charge read it, and count it, where they did not before."""
    return {} if matter.opened_at else {"opened_at": now}


def target(actor: Actor, complaint: Complaint, number: str) -> Complaint:
    seen = Complaint.objects.visible_to(actor).filter(whole=None, state__in=MAY_TAKE_IN)
    found = seen.exclude(pk=complaint.pk).filter(matter__number=number.strip()).first()
    if found is None:
        raise Barred(
            f"没有编号为“{number}”的在办投诉，请填写已受理、尚未审核认定的那一件的完整编号。", field="into"
        )
    return found


@takes(flow.WITHDRAW)
def withdraw(actor: Actor, complaint: Complaint, reason: str) -> Entry:
    """撤诉: nothing is owed any more, nor of what was split off. Raises Barred while others are merged into it."""
    if followed(complaint):
        raise Barred("还有其他投诉并入本件办理，撤诉不终止办理；请在动态中记录，办结后只答复其他投诉人。")
    for part in complaint.parts.filter(state__in=flow.WITHDRAW.frm).select_related("matter"):
        cover.lock(part.pk)
        end_withdrawn(actor, part, reason)
    return end_withdrawn(actor, complaint, reason)


def end_withdrawn(actor: Actor, complaint: Complaint, reason: str) -> Entry:
    now = timezone.now()
    pleas.end(pleas.waiting(complaint.matter), actor, now, "投诉人已撤诉，不再审批。")
    duties.drop(complaint.matter, at=now)
    changes = shown(complaint.matter, now)
    return flow.FLOW.take(flow.WITHDRAW, complaint, actor, cover_changes=changes, reason=reason)


@takes(flow.RECUSE)
def recuse(
    actor: Actor, complaint: Complaint, decision: str, reason: str, officer: Person | None = None
) -> Entry:
    """决定回避: nobody needs to; another officer; or sealed, so that a leader in charge of the unit does not read it."""
    words: str = dict(asked.DECISION.choices)[decision]
    changes: dict[str, Any] = {}
    if decision == asked.ANOTHER:
        if officer is None or officer.pk == complaint.matter.officer_id:
            raise Barred("请选择“新的经办人”，不能是现在的经办人。", field="officer")
        changes = {"officer": officer}
        words = f"更换经办人，改由{officer.signature}经办"
        complaint.matter.duties.filter(done_at=None, holder_person=complaint.matter.officer_id).update(
            holder_person=officer, told_at=None, rung=0
        )
    if decision == asked.SEALED:
        changes = {"secrecy": Secrecy.SEALED}
        words = "设为限阅"
    return flow.FLOW.take(flow.RECUSE, complaint, actor, cover_changes=changes, decision=words, reason=reason)


@takes(flow.SUPERVISE)
def supervise(
    actor: Actor,
    complaint: Complaint,
    kind: str,
    lead: Unit,
    title: str,
    words: str,
    due: date | None = None,
) -> Entry:
    """另行立项: another room goes on with what was found; linked, and who complained stays behind."""
    begins = rooms.room_of(kind).begins
    if begins is None:
        raise Barred("不能立为这一类事项，请另选。", field="kind")
    begins(actor, Begun(SUPERVISION, title, lead, due, words, complaint.matter))
    label = rooms.room_of(kind).label
    return flow.FLOW.take(flow.SUPERVISE, complaint, actor, title=title, room=label, lead=lead.short)


@takes(flow.MARK_MALICIOUS)
def mark_malicious(actor: Actor, complaint: Complaint, reason: str) -> Entry:
    """认定恶意投诉, with evidence: answered all the same, and counted for no unit's score."""
    return flow.FLOW.take(flow.MARK_MALICIOUS, complaint, actor, changes={"malicious": True}, reason=reason)
