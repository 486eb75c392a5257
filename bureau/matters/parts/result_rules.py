"""Who reports the result of a matter and who verifies it: rules that the rooms share."""

from bureau.matters.access.behalf import same_hand
from bureau.matters.flow import Record
from bureau.matters.known import lead_of, replies_of, the_lead
from bureau.matters.models import Assignment, Reply
from bureau.matters.parts.rules import sent_it
from bureau.matters.policy import No, Verdict, Yes, head_of_unit, of_unit
from bureau.matters.saying import said
from bureau.org.actor import Actor
from bureau.org.posts import Post


def lead_part(record: Record) -> Assignment | None:
    return lead_of(record.matter)


def final_reply(record: Record) -> Reply | None:
    """The completion report that is being judged, or drafted for the head."""
    part = lead_of(record.matter)
    finals = [reply for reply in replies_of(part) if reply.kind == Reply.Kind.FINAL] if part else []
    return next((one for one in finals if one.state in (Reply.State.DRAFTED, Reply.State.SENT)), None)


def the_report(record: Record) -> Reply:
    """The completion report that waits. Raises LookupError where none does."""
    if (reply := final_reply(record)) is None:
        raise LookupError(f"no report waits on the matter {record.matter.pk}")
    return reply


@said(only="报送、审签办结报告的人不审核")
def four_eyes_review(person: Actor, record: Record) -> Verdict:
    """Who reported, or countersigned the report, cannot be who verifies it."""
    reply = final_reply(record)
    if reply and same_hand(person, record.matter, reply.author_id, reply.countersigned_by_id):
        return No("须由报送人以外的人审核。", shown=True)
    return Yes()


@said("牵头单位联络员、负责人", only="已经签收")
def of_lead(person: Actor, record: Record) -> Verdict:
    """The lead unit; it has to have signed first, and only it reports the result."""
    part = lead_part(record)
    if part is None or not of_unit(person, part):
        return No("办结报告由牵头单位报送。")
    return Yes() if part.state == "working" else No("请先签收，再报送办结报告。", shown=True)


@said("报送办结报告的本人")
def takes_back(person: Actor, record: Record) -> Verdict:
    """Whoever handed the result in."""
    reply = final_reply(record)
    return sent_it(person, reply) if reply else No("没有待审核的办结报告。")


@said("牵头单位联络员", only="本单位的办结报告须负责人审签")
def drafts(person: Actor, record: Record) -> Verdict:
    """A liaison drafts where the unit wants its head's countersignature."""
    part = the_lead(record.matter)
    if not part.unit.countersigns or person.holds(Post.HEAD):
        return No("本单位的办结报告直接报送。")
    return No("已有一份反馈待负责人审签。", shown=True) if waiting(part) else Yes()


@said(only="须负责人审签的单位由负责人报送")
def reports(person: Actor, record: Record) -> Verdict:
    part = the_lead(record.matter)
    if part.unit.countersigns and not person.holds(Post.HEAD):
        return No("本单位的办结报告须负责人审签。")
    return No("已有一份反馈待负责人审签。") if waiting(part) else Yes()


def waiting(part: Assignment) -> bool:
    return any(reply.state == Reply.State.DRAFTED for reply in replies_of(part))


@said("牵头单位负责人", only="起草人本人不审签")
def countersigns(person: Actor, record: Record) -> Verdict:
    part, reply = lead_part(record), final_reply(record)
    if part is None or reply is None or reply.state != Reply.State.DRAFTED:
        return No("没有待审签的办结报告。")
    if not (verdict := head_of_unit(person, part)):
        return verdict
    if same_hand(person, record.matter, reply.author_id):
        return No("须由起草人以外的负责人审签。", shown=True)
    return Yes()
