"""加减分: entered or taken from what was proposed, confirmed, approved by another, objected to once, revoked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from appraisal import flow, policy
from appraisal.dues import ANSWER_ADJUSTMENT, APPROVE_ADJUSTMENT
from appraisal.lineage import ADJUSTMENT
from appraisal.models import Adjustment, AdjustmentRule, Appraised
from appraisal.owing import owe_rescore
from appraisal.proposals import Proposal
from appraisal.tree import plain
from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters import cover
from bureau.matters.deadlines import duties
from bureau.matters.flow import Step, bound_to
from bureau.matters.lineage import changing
from bureau.matters.lineage.nodes import Key
from bureau.matters.models import Entry
from bureau.matters.parts.attaching import attach
from bureau.matters.policy import Refused, takes
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Post

State = Adjustment.State


@dataclass(frozen=True)
class Given:
    """What is entered by hand, or of a proposal."""

    rule: AdjustmentRule
    happened_on: date
    points: Decimal
    words: str
    source: int | None = None  # the matter's key
    key: str = ""
    quoted: str = ""


def of_proposal(one: Proposal, words: str = "") -> Given:
    return Given(
        rule=one.rule,
        happened_on=one.happening.on,
        points=one.points or Decimal(),
        words=words or one.happening.words,
        source=one.happening.matter,
        key=one.happening.key,
        quoted=one.happening.words,
    )


@bound_to(flow.PROPOSE)
@transaction.atomic
def enter(who: Person | Actor, part: Appraised, given: Given, files: Sequence[Kept] = ()) -> Adjustment:
    """登记加减分. Raises Refused, NotNow, Barred by the field."""
    actor = Actor.of(who)
    cover.queue(part.matter)
    part.period.refresh_from_db(fields=["state"])
    if (verdict := policy.enters_adjustments(actor, part)) is not None and not verdict:
        raise Refused(verdict.reason)
    check(part, given)
    made = Adjustment.objects.create(
        appraised=part,
        rule=given.rule,
        happened_on=given.happened_on,
        points=given.points,
        words=given.words,
        source_id=given.source,
        key=given.key,
        quoted=given.quoted,
    )
    entry = flow.ADJUSTMENT_FLOW.take(flow.PROPOSE, made, actor, assignment=part.assignment, **said(made))
    attach(entry, files)
    return made


def check(part: Appraised, given: Given) -> None:
    if given.rule.scheme_id != part.scheme_id:
        raise Barred("“加减分项”不是这个单位的方案里的。", field="rule")
    if not part.period.begins_on <= given.happened_on <= part.period.ends_on:
        raise Barred("“发生日期”不在考核期内。", field="happened_on")
    if given.points == 0 and not given.rule.vetoes:
        raise Barred("“分值”不能为0。", field="points")
    if given.points * given.rule.points < 0:
        raise Barred("“分值”的正负与方案不符：减分写负数。", field="points")
    if given.key and Adjustment.objects.filter(appraised=part, rule=given.rule, key=given.key).exists():
        raise Barred("这件事已经登记过加减分。")


def said(one: Adjustment) -> dict[str, Any]:
    sign = "+" if one.points > 0 else ""
    return {
        "unit": str(one.appraised),
        "rule": str(one.rule),
        "points": f"{sign}{plain(one.points)}",
        "words": one.words,
    }


def take(step: Step, one: Adjustment, actor: Actor, **facts: Any) -> Entry:
    part = one.appraised.assignment
    return flow.ADJUSTMENT_FLOW.take(step, one, actor, assignment=part, **{**said(one), **facts})


@takes(flow.CONFIRM)
def confirm(actor: Actor, one: Adjustment) -> Entry:
    """From now on the unit sees it; another approves it."""
    now = timezone.now()
    if not one.matter.duties.filter(step=APPROVE_ADJUSTMENT, done_at=None).exists():
        duties.owe(one.matter, APPROVE_ADJUSTMENT, at=now, post=Post.DIRECTOR)
    return take(flow.CONFIRM, one, actor, at=now, changes={"confirmed_by": actor.principal})


@takes(flow.APPROVE_IT)
def approve(actor: Actor, one: Adjustment) -> Entry:
    now = timezone.now()
    changes = {"approved_by": actor.principal, "approved_at": now}
    entry = take(flow.APPROVE_IT, one, actor, at=now, changes=changes)
    settle(one)
    return entry


@takes(flow.DISMISS)
def dismiss(actor: Actor, one: Adjustment, reason: str) -> Entry:
    entry = take(flow.DISMISS, one, actor, changes={"reason": reason}, reason=reason)
    settle(one)
    settle_objections(one)
    return entry


@takes(flow.REVOKE)
def revoke(actor: Actor, one: Adjustment, reason: str) -> Entry:
    """It no longer holds. What was summed up is owed anew; a result that was published stays, and is corrected by another one."""
    entry = take(flow.REVOKE, one, actor, changes={"reason": reason}, reason=reason)
    changing.settle_at(Key(ADJUSTMENT, one.pk), actor.principal, f"加减分已撤销：{reason}", entry.at)
    settle_objections(one)
    owe_rescore(one.appraised.period)
    return entry


def settle(one: Adjustment) -> None:
    """Once none waits for a leader."""
    waiting = Adjustment.objects.filter(appraised__period=one.appraised.period_id, state=State.CONFIRMED)
    if not waiting.exists():
        duties.done(one.matter, APPROVE_ADJUSTMENT, at=timezone.now())


@takes(flow.OBJECT)
def object_to(actor: Actor, one: Adjustment, objection: str, files: Sequence[Kept] = ()) -> Entry:
    """提出异议, once. Who took no part answers."""
    now = timezone.now()
    part = one.appraised.assignment
    if not one.matter.duties.filter(step=ANSWER_ADJUSTMENT, done_at=None, assignment=part).exists():
        duties.owe(one.matter, ANSWER_ADJUSTMENT, at=now, post=Post.DIRECTOR, assignment=part)
    changes = {"objection": objection, "objected_by": actor.principal, "objected_at": now}
    entry = take(flow.OBJECT, one, actor, at=now, changes=changes, objection=objection)
    attach(entry, files)
    return entry


@takes(flow.UPHOLD)
def uphold(actor: Actor, one: Adjustment, answer: str) -> Entry:
    return answered(flow.UPHOLD, actor, one, answer)


@takes(flow.GRANT)
def grant(actor: Actor, one: Adjustment, answer: str) -> Entry:
    counted = one.state == State.APPROVED
    entry = answered(flow.GRANT, actor, one, answer, reason="异议成立")
    settle(one)
    if counted:
        owe_rescore(one.appraised.period)
    return entry


def answered(step: Step, actor: Actor, one: Adjustment, answer: str, **changes: str) -> Entry:
    now = timezone.now()
    changed = {"answer": answer, "answered_by": actor.principal, "answered_at": now, **changes}
    entry = take(step, one, actor, at=now, changes=changed, answer=answer)
    settle_objections(one)
    return entry


def settle_objections(one: Adjustment) -> None:
    """Once none of this unit's waits for an answer."""
    if not Adjustment.objects.contested().filter(appraised=one.appraised_id).exists():
        part = one.appraised.assignment
        duties.done(one.matter, ANSWER_ADJUSTMENT, at=timezone.now(), assignment=part)
