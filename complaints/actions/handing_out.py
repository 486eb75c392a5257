"""转办、交办, to another unit after all, or in parts."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import linking, numbers
from bureau.matters.deadlines import dues, duties
from bureau.matters.merger import matter as handover
from bureau.matters.models import Assignment, Entry, Link, Matter, Reply
from bureau.matters.parts import assignments, disputes, pleas, reassigning
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.models import Unit
from bureau.org.worktime import Reckoning, fixed
from complaints import flow, recusing, states
from complaints.actions.registering import Received, as_part, begin, index
from complaints.actions.screening import owe_word
from complaints.models import Complaint, Mode

SLIPS = "优转"
DESIGNATED = "本件由督查局指定本单位承办，不能退回。"


@takes(flow.DISPATCH)
def dispatch(
    actor: Actor,
    complaint: Complaint,
    lead: Unit,
    summary: str,
    urgency: str,
    co: Sequence[Unit] = (),
    asked: str = "",
    due: date | None = None,
) -> Entry:
    """转办: the unit sees what was written for it, and the clock starts. Raises Barred for who is complained about, and
    for those it reports to."""
    now, matter = timezone.now(), complaint.matter
    co = [unit for unit in co if unit != lead]
    recusing.join(complaint)  # what lay filed for a while, too
    assignments.check(lead, *co, on=matter)
    Matter.objects.filter(pk=matter.pk).update(urgency=urgency)
    matter.urgency = urgency
    reckoned = due_of(complaint, due, now)
    duties.done(matter, dues.DISPATCH, at=now)
    changes = {"summary": summary, "transfer_number": numbers.take(SLIPS, now)}
    cover = {"opened_at": now, "due_at": reckoned.due_at if reckoned else None}
    words: dict[str, Any] = {
        "mode": complaint.get_mode_display(),
        "lead": lead.short,
        "due": f"{timezone.localdate(cover['due_at']):%Y-%m-%d}" if cover["due_at"] else "未定",
    }
    entry = flow.FLOW.take(
        flow.DISPATCH, complaint, actor, at=now, changes=changes, cover_changes=cover, **words
    )
    index(complaint)
    first, *others = assignments.give_out(matter, lead, co, asked, now)
    owed = [
        (dues.FIRST_REPLY, [first], None),
        (dues.REPORT, [first], reckoned),
        (dues.PART, others, reckoned),
    ]
    duties.owe_parts(matter, owed, at=now)
    return entry


def due_of(complaint: Complaint, due: date | None, now: datetime) -> Reckoning | None:
    """The date that was set, else by its class, counted from acceptance. Raises Barred."""
    if due is None:
        return duties.term_of(complaint.matter, dues.REPORT, complaint.accepted_at or now)
    if due <= timezone.localdate(now):
        raise Barred("“办理时限”须在今天之后。", field="due")
    return fixed(due)


@takes(flow.REDISPATCH)
def redispatch(actor: Actor, complaint: Complaint, lead: Unit, reason: str) -> Entry:
    """改派: another unit goes on, by the date that stands; who led it is released."""
    now, matter = timezone.now(), complaint.matter
    assignments.check(lead, on=matter)
    old = matter.assignments.filter(role=Assignment.Role.LEAD).select_related("unit", "matter").first()
    results, asked = [], ""
    if old:
        reassigning.check(old, lead)
        asked = old.asked
        disputes = pleas.waiting(matter).filter(assignment=old, kind=Reply.Kind.DISPUTE)
        pleas.end(disputes, actor, now, f"已改派{lead.short}。")
        results = reassigning.release(actor, old, now, f"已改派{lead.short}。")
    duties.drop(matter, now, dues.DISPATCH, dues.DECIDE_DISPUTE)
    part = reassigning.put_in(matter, lead, asked, now)
    if results:
        reassigning.take_over(results, part, now)
    else:
        due = fixed(timezone.localdate(matter.due_at)) if matter.due_at else None
        owed = [(dues.FIRST_REPLY, [part], None), (dues.REPORT, [part], due)]
        duties.owe_parts(matter, [(dues.SIGN, [part], None), *owed], at=now)
    handover.name_anew(matter, lead)
    changes = {"mode": Mode.ASSIGN}
    return flow.FLOW.take(flow.REDISPATCH, complaint, actor, changes=changes, lead=lead.short, reason=reason)


@takes(flow.ESCALATE)
def escalate(actor: Actor, complaint: Complaint, reason: str) -> Entry:
    """提级自办: the bureau goes on itself, by the date that stands."""
    now, matter = timezone.now(), complaint.matter
    for part in matter.assignments.exclude(state=Assignment.State.RELEASED).select_related("unit", "matter"):
        if part.state in (Assignment.State.PENDING, Assignment.State.WORKING):
            reassigning.release(actor, part, now, "已提级由督查局直接办理。")
    duties.drop(matter, now, dues.DISPATCH, dues.DECIDE_DISPUTE, dues.DECIDE_EXTENSION)
    due = fixed(timezone.localdate(matter.due_at)) if matter.due_at else None
    duties.owe(matter, dues.REPORT, at=now, person=matter.officer, due=due)
    changes = {"mode": Mode.OWN, "self_handled": True}
    return flow.FLOW.take(flow.ESCALATE, complaint, actor, at=now, changes=changes, reason=reason)


@takes(flow.SPLIT)
def split(actor: Actor, complaint: Complaint, title: str, summary: str) -> Entry:
    """拆分: one part goes its own way, by its own clock; the whole is answered once, when all parts have ended."""
    now = timezone.now()
    received = Received(complaint.channel, complaint.received_at)
    told = as_part(complaint, summary)
    matter = complaint.matter
    part = begin(matter.officer, received, told, matter.urgency, whole=complaint)
    Matter.objects.filter(pk=part.pk).update(title=title)
    part.matter.title = title
    linking.link(part.matter, matter, Link.Why.ARISES)
    words: dict[str, Any] = {"channel": part.get_channel_display(), "mode": f"拆分自{matter.number}"}
    flow.FLOW.take(flow.REGISTER, part, actor, at=now, **words)
    changes = {
        "state": states.ACCEPTED,
        "mode": Mode.ASSIGN,
        "accepted_at": complaint.accepted_at,
        "decided_at": now,
        "summary": summary,
    }
    facts: dict[str, Any] = {"mode": Mode.ASSIGN.label, "urgency": matter.get_urgency_display()}
    flow.FLOW.take(flow.ACCEPT, part, actor, at=now, changes=changes, **facts)
    index(part)
    duties.owe(part.matter, dues.DISPATCH, at=now, person=matter.officer)
    return flow.FLOW.take(flow.SPLIT, complaint, actor, number=part.matter.number, title=title)


def why_not_disputed(part: Assignment) -> str:
    """退单: once, of what was 转办; what the bureau designated stays (潍坊 12345 条例 第22条)."""
    designated = Complaint.objects.filter(pk=part.matter_id, mode=Mode.ASSIGN)
    return DESIGNATED if handed_on(part) or designated.exists() else ""


def handed_on(part: Assignment) -> bool:
    """By a decision of the bureau on what another unit said; reads what was prefetched."""
    given = disputes.given_at(part)
    said = (reply for one in part.matter.assignments.all() for reply in one.replies.all())
    granted = (one for one in said if one.kind == Reply.Kind.DISPUTE and one.state == Reply.State.ACCEPTED)
    return any(one.judged_at == given for one in granted)


def tell_of_extension(matter: Matter, until: date, at: datetime) -> None:
    """The complainant is told why it takes longer."""
    complaint = Complaint.objects.select_related("matter__officer").get(pk=matter.pk)
    owe_word(complaint, at, f"办理时限延至{until:%Y-%m-%d}，须把原因告知投诉人。")
