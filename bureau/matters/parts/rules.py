"""Who may take the steps of assignments and replies."""

from typing import Any

from django.utils import timezone

from bureau.matters import rooms
from bureau.matters.access.behalf import same_hand
from bureau.matters.access.visibility import Path, in_charge
from bureau.matters.flow import Record
from bureau.matters.known import parts_of, replies_of
from bureau.matters.models import Assignment, Matter, Phase, Reply
from bureau.matters.parts import disputes, extensions
from bureau.matters.parts.states import DRAFTED, PENDING, RELEASED, SENT, WITHDRAWN, WORKING
from bureau.matters.policy import No, Verdict, Yes, desk, director, every, head_of_unit, of_unit
from bureau.matters.saying import said
from bureau.org.actor import Actor
from bureau.org.posts import Post


@said(only="事项在办理中")
def running(person: Actor, record: Record) -> Verdict:
    if record.matter.phase != Phase.RUNNING:
        return No(f"事项当前为“{record.matter.stage}”，不在办理中。")
    return Yes()


@said(only="须由单位反馈的事项")
def replied(person: Actor, assignment: Assignment) -> Verdict:
    """Where the units report on what they do; who is only looked at has its say on the paper that was served."""
    if rooms.room_of(assignment.matter.kind).replied:
        return Yes()
    return No("本事项不用反馈；对送达的文书有不同意见的，在文书页面提出。")


@said(only="牵头单位没有待审核的办结报告")
def not_reported(person: Actor, assignment: Assignment) -> Verdict:
    """The lead's report waits for review: nothing to add until it is accepted or returned."""
    if assignment.is_lead and assignment.matter.finished_at:
        return No("办结报告正在审核。")
    return Yes()


@said("协办单位联络员、负责人")
def co_only(person: Actor, assignment: Assignment) -> Verdict:
    return No("整件事项由牵头单位报送办结报告。") if assignment.is_lead else Yes()


@said("牵头单位联络员、负责人", only="时限之前提出，没有待审批的申请，没有超过延期次数")
def may_extend(person: Actor, assignment: Assignment) -> Verdict:
    """Only the lead asks, before the due time, as often as the bureau allows."""
    if not assignment.is_lead:
        return No("延期由牵头单位申请。")
    if assignment.matter.due_at is None:
        return No("本事项没有办结时限，不需要延期。")
    asked = [reply for reply in replies_of(assignment) if reply.kind == Reply.Kind.EXTENSION]
    if any(reply.state in (DRAFTED, SENT) for reply in asked):
        return No("已有一份延期申请待审批。", shown=True)
    if (count := extensions.granted(assignment)) and count >= extensions.most(assignment.matter):
        return No(f"本事项已延期{count}次，不能再申请。", shown=True)
    if timezone.now() > assignment.matter.due_at:
        return No(extensions.PASSED, shown=True)
    return Yes()


@said("承办单位联络员、负责人", only="每次交办只提一次，在提出期限之内、报送反馈之前")
def may_dispute(person: Actor, assignment: Assignment) -> Verdict:
    """Once, and while it has reported nothing; soon after it was given out."""
    if said := disputes.made(assignment):
        if said.state in disputes.WAITS_FOR:
            return No(f"已提出，待{disputes.WAITS_FOR[Reply.State(said.state)]}，时限照常计算。", shown=True)
        return No("本单位已提出过一次职责异议，督查局已经裁定，不能再次提出。")
    why = disputes.why_closed(assignment)
    return No(why) if why else Yes()


@said("承办单位负责人")
def of_replys_unit(person: Actor, reply: Reply) -> Verdict:
    return head_of_unit(person, reply.assignment)


@said(only="牵头单位的办结报告除外，随事项一并审核")
def not_final_of_lead(person: Actor, reply: Reply) -> Verdict:
    """The lead's completion report is judged with the whole matter, in its room."""
    if reply.kind == Reply.Kind.FINAL and reply.assignment.is_lead:
        return No("办结报告随事项一并审核。")
    return Yes()


@said(only="延期申请、职责异议除外")
def not_a_plea(person: Actor, reply: Reply) -> Verdict:
    apart: dict[str, str] = {
        Reply.Kind.EXTENSION: "延期申请另行审批。",
        Reply.Kind.DISPUTE: "职责异议另行裁定。",
    }
    return No(apart[reply.kind]) if reply.kind in apart else Yes()


@said(only="限延期申请")
def extension_only(person: Actor, reply: Reply) -> Verdict:
    return Yes() if reply.kind == Reply.Kind.EXTENSION else No("这不是延期申请。")


@said(only="限职责异议")
def dispute_only(person: Actor, reply: Reply) -> Verdict:
    return Yes() if reply.kind == Reply.Kind.DISPUTE else No("这不是职责异议。")


@said(only="限牵头单位提出的，它没有待审核的办结报告")
def of_the_lead(person: Actor, reply: Reply) -> Verdict:
    """The lead cannot be replaced any more once it has handed in the result."""
    if not reply.assignment.is_lead:
        return No("协办单位的退单，用“同意退单”办理。")
    return not_reported(person, reply.assignment)


@said(only="限协办单位提出的，它还没有报告完成")
def of_a_co_unit(person: Actor, reply: Reply) -> Verdict:
    """What a co-unit has reported as done it does not hand back any more."""
    if reply.assignment.is_lead:
        return No("牵头单位的退单，须改由其他单位牵头。")
    if reply.assignment.state not in (PENDING, WORKING):
        return No("该单位已经报告完成，不能再退单。", shown=True)
    return Yes()


@said(only="承办单位已报完成的，只退它的办结报告")
def part_goes_on(person: Actor, reply: Reply) -> Verdict:
    """What a unit has reported as finished is sent back by its last report, not by an earlier one."""
    if reply.kind == Reply.Kind.PROGRESS and reply.assignment.state != WORKING:
        return No("承办单位已报完成，请审核它的办结报告。")
    return not_reported(person, reply.assignment)


@said("{desk}；协办单位的，牵头单位也可以")
def judges(person: Actor, reply: Reply) -> Verdict:
    """The desk; and for a co-unit's part, those who answer for the lead unit."""
    lead = next((part.unit_id for part in parts_of(reply.matter) if part.is_lead), None)
    for_lead = person.answers_for_unit and person.unit_id == lead and not reply.assignment.is_lead
    return Yes() if for_lead else desk(person, reply)


@said(only="填报、审签的人不审核")
def not_the_author(person: Actor, reply: Reply) -> Verdict:
    """Four eyes: who reported, or entered it for who did, cannot be who verifies."""
    mine = same_hand(person, reply.matter, reply.author_id, reply.countersigned_by_id)
    return No("须由填报人以外的人审核。", shown=True) if mine else Yes()


@said(only="起草人本人不审签")
def not_the_drafter(person: Actor, reply: Reply) -> Verdict:
    """What somebody drafted they do not countersign in their head's name."""
    mine = same_hand(person, reply.matter, reply.author_id)
    return No("须由起草人以外的负责人审签。", shown=True) if mine else Yes()


@said("报送的本人")
def sent_it(person: Actor, reply: Reply) -> Verdict:
    """Whoever sent it: of what was countersigned the head, else its author; or in whose name that was done."""
    by = reply.countersigned_by_id or reply.author_id
    return Yes() if by in person.hands and of_unit(person, reply.assignment) else No("由报送人撤回。")


@said(only="本单位仍承办本事项")
def still_handles(person: Actor, said: Any) -> Verdict:
    """What a unit said before it was released (a reply, or the answer to a paper) stays; it owes nothing of it any more."""
    if said.assignment.state == RELEASED:
        return No("本单位已不再承办本事项，报送的内容留存，不能再撤回。")
    return Yes()


@said(only="牵头单位报送的办结报告随事项撤回")
def not_the_sent_result(person: Actor, reply: Reply) -> Verdict:
    """What the lead has handed in turned the matter, and is taken back with it."""
    if reply.kind == Reply.Kind.FINAL and reply.assignment.is_lead and reply.state == SENT:
        return No("办结报告随事项一并撤回。")
    return Yes()


@said(only="此后没有新的反馈")
def nothing_on_top(person: Actor, reply: Reply) -> Verdict:
    """What its unit has told since stands on it."""
    told = (Reply.Kind.PROGRESS, Reply.Kind.FINAL)
    later = [one for one in replies_of(reply.assignment) if one.pk > reply.pk and one.kind in told]
    if reply.kind in told and any(one.state != WITHDRAWN for one in later):
        return No("此后又有反馈，不能再撤回这一份。")
    return Yes()


@said("局领导；超出局领导权限的，分管县领导")
def decides_extension(person: Actor, reply: Reply) -> Verdict:
    """Who holds the duty to decide; the bureau's leader where meanwhile nobody is in charge any more."""
    owed = extensions.owed_decision(reply.assignment)
    if owed and owed.holder_post == Post.LEADER and extensions.in_charge_of(reply.matter).exists():
        return Yes() if leads(person, reply.matter) else No("这次延期由分管县领导审批。", shown=True)
    return Yes() if person.holds(Post.DIRECTOR) else No("这次延期由局领导审批。")


def leads(person: Actor, matter: Matter) -> bool:
    """分管: a county leader in whose charge the matter is."""
    in_their_charge = Matter.objects.filter(in_charge(person, Path("")), pk=matter.pk)
    return person.holds(Post.LEADER) and in_their_charge.exists()


judged = every(running, not_a_plea, not_final_of_lead, judges, not_the_author)
extension = every(running, extension_only, decides_extension, not_the_author)
dispute = every(running, dispute_only, director, not_the_author)
withdrawal = every(running, still_handles, not_the_sent_result, sent_it, nothing_on_top)
