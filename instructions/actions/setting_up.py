"""From the leader's word to the units: file it, or propose who handles it, approve, give out."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import timeline
from bureau.matters.deadlines import dues, duties
from bureau.matters.models import Attachment, Audience, Entry, Matter
from bureau.matters.parts import assignments
from bureau.matters.parts.attaching import attach_again
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.models import Unit
from bureau.org.posts import Post
from bureau.org.worktime import Reckoning, fixed
from instructions import flow
from instructions.actions.proposal import Proposal, check
from instructions.actions.registering import index
from instructions.actions.words import change_round
from instructions.conflicts import differing
from instructions.dues import PROPOSE
from instructions.facts import handling_words
from instructions.models import Instruction, Origin, Shown

BROUGHT_BY = (flow.REGISTER.key, flow.INSTRUCT.key, flow.AGAIN.key)


@takes(flow.FILE)
def file(actor: Actor, instruction: Instruction, remark: str = "") -> Entry:
    """存阅: what was only to be known or studied is not pursued (facts §2.1)."""
    duties.drop(instruction.matter, at=timezone.now())
    meaning = instruction.round.get_meaning_display()
    return flow.FLOW.take(flow.FILE, instruction, actor, meaning=meaning, remark=remark)


@takes(flow.TAKE_BACK_FILE)
def take_back_file(actor: Actor, instruction: Instruction) -> Entry:
    """撤回 the filing: its officer owes a proposal again, or another word on what is asked."""
    now, matter = timezone.now(), instruction.matter
    duties.owe(matter, PROPOSE, at=now, person=matter.officer)
    return flow.FLOW.take(flow.TAKE_BACK_FILE, instruction, actor)


@takes(flow.PROPOSE)
def propose(actor: Actor, instruction: Instruction, **proposed: Any) -> Entry:
    """拟办, by the fields of `Proposal`. Raises Barred where it cannot be proposed so."""
    proposal = Proposal(**proposed)
    check(proposal)
    now, matter = timezone.now(), instruction.matter
    instruction.co_units.set(proposal.co)
    duties.done(matter, PROPOSE, at=now)
    duties.owe(matter, dues.APPROVE, at=now, post=Post.DIRECTOR)
    changes = {**proposal.columns(), "proposed_by": actor.principal}
    words: dict[str, Any] = {
        "handling": handling_words(proposal.lead, proposal.co),
        "opinion": proposal.opinion,
    }
    return flow.FLOW.take(flow.PROPOSE, instruction, actor, changes=changes, **words)


@takes(flow.DECLINE)
def decline(actor: Actor, instruction: Instruction, reason: str) -> Entry:
    """退回重拟: the officer owes a better proposal."""
    now, matter = timezone.now(), instruction.matter
    duties.done(matter, dues.APPROVE, at=now)
    duties.owe(matter, PROPOSE, at=now, person=matter.officer)
    return flow.FLOW.take(flow.DECLINE, instruction, actor, reason=reason)


@takes(flow.TAKE_BACK)
def take_back(actor: Actor, instruction: Instruction) -> Entry:
    """撤回 a proposal until it is approved: its officer owes it again."""
    now, matter = timezone.now(), instruction.matter
    duties.drop(matter, now, dues.APPROVE)
    duties.owe(matter, PROPOSE, at=now, person=matter.officer)
    return flow.FLOW.take(flow.TAKE_BACK, instruction, actor)


@takes(flow.APPROVE)
def approve(actor: Actor, instruction: Instruction, remark: str = "") -> Entry:
    """审定并交办: the units see it now, and the clock starts. Leaders who differ are not passed over in silence. Raises
    Barred where nothing is said of it."""
    if (others := differing(instruction)) and not remark:
        names = "、".join(dict.fromkeys(one.round.leader_name for one in others))
        raise Barred(f"{names}对同一来文另有不一致的批示，请在“意见”中写明怎样处理，再审定。")
    now, matter, co = timezone.now(), instruction.matter, carried_on(instruction)
    assignments.check(*([instruction.lead_unit] if instruction.lead_unit else []), *co)
    due = fixed(instruction.due) if instruction.due else duties.term_of(matter, dues.REPORT, now)
    duties.done(matter, dues.APPROVE, at=now)
    give_words(instruction, now, due)
    cover = {"opened_at": matter.opened_at or now, "due_at": due.due_at if due else None}
    words: dict[str, Any] = {
        "handling": handling_words(instruction.lead_unit, co),
        "due": f"{timezone.localdate(due.due_at):%Y-%m-%d}" if due else "未定",
    }
    entry = flow.FLOW.take(flow.APPROVE, instruction, actor, at=now, cover_changes=cover, **words)
    show_original(instruction, entry)
    owe_results(instruction, co, due, now)
    if remark:
        remark_for_the_bureau(actor, matter, remark, now)
    return entry


def remark_for_the_bureau(person: Actor, matter: Matter, remark: str, now: datetime) -> None:
    """A line of its own, that no unit reads: it may speak of what another leader wrote."""
    words = f"{person.signature} 审定意见：{remark}"
    timeline.write(matter, "instructions.remark", words, actor=person, audience=Audience.ABOVE, at=now)


def carried_on(instruction: Instruction) -> list:
    """For units that were merged since they were proposed, who carries on for them. Returns the co-units."""
    lead, proposed = instruction.lead_unit, list(instruction.co_units.all())
    lead = lead and lead.successor
    co = list(dict.fromkeys(unit.successor for unit in proposed if unit.successor != lead))
    if (lead, co) != (instruction.lead_unit, proposed):
        instruction.lead_unit = lead
        instruction.save(update_fields=["lead_unit"])
        instruction.co_units.set(co)
    return co


def give_words(instruction: Instruction, now: datetime, due: Reckoning | None) -> None:
    """The round is given out: from here on the units read what was chosen for them, and find the matter by it."""
    told = instruction.round.words if instruction.shown == Shown.ORIGINAL else instruction.summary
    dates = {"opened_at": now, "due_at": due.due_at if due else None}
    change_round(instruction, instruction.round, told=told, **dates)
    index(instruction)


def show_original(instruction: Instruction, entry: Entry) -> None:
    """With the words themselves the units are handed the paper they stand on: this round's, if there is one.

    Never the picture of ink: it shows the page that was written on, a 专报 that is not for units; they read the transcript."""
    if instruction.shown == Shown.ORIGINAL and instruction.round.origin != Origin.INK:
        latest = instruction.matter.entries.filter(step__in=BROUGHT_BY).first()
        attach_again(entry, Attachment.objects.filter(entry=latest))


def owe_results(instruction: Instruction, co: Sequence[Unit], due: Reckoning | None, now: datetime) -> None:
    """A first answer and the result by the lead, its part by every co-unit; by the officer what the bureau does."""
    matter, leads = instruction.matter, instruction.lead_unit
    if leads is None:  # the bureau itself
        duties.owe(matter, dues.REPORT, at=now, person=matter.officer, due=due)
        return
    lead, *others = assignments.give_out(matter, leads, co, instruction.asked, now)
    owed = [(dues.FIRST_REPLY, [lead], None), (dues.REPORT, [lead], due), (dues.PART, others, due)]
    duties.owe_parts(matter, owed, at=now)
