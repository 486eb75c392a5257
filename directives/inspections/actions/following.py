"""整改: a problem becomes a directive, is verified on site; and what is proposed to be made of a result."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils import timezone

from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters import timeline
from bureau.matters.beginning import Begun
from bureau.matters.flow import Step
from bureau.matters.models import Audience, Entry, Matter
from bureau.matters.parts.attaching import attach
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.models import Unit
from directives.actions.beginning import begin_from
from directives.inspections import flow
from directives.inspections.actions.owing import done_if_none, owe_once
from directives.inspections.dues import CARRY_OUT_USE, DECIDE_USE
from directives.inspections.models import Finding, Target, Use, Verification


@takes(flow.SUPERVISE)
def supervise(
    actor: Actor, target: Target, finding: Finding, title: str, lead: Unit, due: date | None = None
) -> Matter:
    """转为督查事项, once; the words go along, who wrote them down stays here. Raises Barred."""
    found = Finding.objects.select_for_update().get(pk=finding.pk, target=target)
    if found.kind != Finding.Kind.PROBLEM:
        raise Barred("只有“问题”可以转为督查事项。")
    if found.directive_id:
        raise Barred(f"这个问题已经转为督查事项：{found.directive}。")
    inspection = target.inspection
    source = f"{inspection.matter.title}（{inspection.matter.number}）"
    begun = Begun(source, title, lead, due, words=found.told, arises_from=inspection.matter)
    found.directive = begin_from(actor, begun)
    found.save(update_fields=["directive"])
    flow.TARGET_FLOW.take(flow.SUPERVISE, target, actor, unit=target.unit.short, title=title)
    return found.directive


@takes(flow.VERIFY)
def verify(
    actor: Actor, target: Target, finding: Finding, outcome: str, words: str, photos: Sequence[Kept] = ()
) -> Verification:
    """现场核查 (第18条), as often as somebody goes; the directive that arose from the problem is told. Raises Barred where it is no
    problem."""
    if finding.kind != Finding.Kind.PROBLEM or finding.target_id != target.pk:
        raise Barred("只有“问题”需要核查整改。")
    now, told = timezone.now(), Verification.Outcome(outcome).label
    entry = flow.TARGET_FLOW.take(
        flow.VERIFY,
        target,
        actor,
        at=now,
        unit=target.unit.short,
        finding=finding.words,
        outcome=told,
        words=words,
    )
    attach(entry, photos)
    if finding.directive:
        sentence = f"{actor.signature} 现场核查：{told}。{words}"
        timeline.write(
            finding.directive,
            "inspections.verified",
            sentence,
            actor=actor,
            audience=Audience.ABOVE,
            at=now,
            facts={"outcome": told},
        )
    return Verification.objects.create(
        finding=finding, outcome=outcome, words=words, person=actor.principal, at=now, entry=entry
    )


@takes(flow.PROPOSE_USE)
def propose_use(actor: Actor, target: Target, kind: str, reason: str) -> Use:
    """提出结果运用建议, one of a kind. Raises Barred where it was proposed."""
    label = Use.Kind(kind).label
    if target.uses.filter(kind=kind).exclude(state=Use.State.DECLINED).exists():
        raise Barred(f"对{target.unit.short}已经提出过“{label}”的建议。", field="kind")
    use = Use.objects.create(target=target, kind=kind, reason=reason, proposed_by=actor.principal)
    approver = target.inspection.approver
    owe_once(target.matter, DECIDE_USE, timezone.now(), person=approver)
    flow.TARGET_FLOW.take(flow.PROPOSE_USE, target, actor, unit=target.unit.short, use=label, reason=reason)
    return use


@takes(flow.APPROVE_USE)
def approve_use(actor: Actor, use: Use, remark: str = "") -> Entry:
    """同意: it is carried out next, by the officer."""
    owe_once(use.matter, CARRY_OUT_USE, timezone.now(), person=use.matter.officer)
    return decided(flow.APPROVE_USE, actor, use, remark=remark)


@takes(flow.DECLINE_USE)
def decline_use(actor: Actor, use: Use, reason: str) -> Entry:
    return decided(flow.DECLINE_USE, actor, use, reason=reason)


def decided(step: Step, actor: Actor, use: Use, **words: Any) -> Entry:
    """The approver owes a word as long as another one waits."""
    entry = flow.USE_FLOW.take(step, use, actor, unit=use.target.unit.short, use=str(use), **words)
    waiting = Use.objects.filter(target__inspection=use.inspection, state=Use.State.PROPOSED)
    done_if_none(waiting, use.matter, DECIDE_USE, timezone.now())
    return entry


@takes(flow.CARRY_OUT_USE)
def carry_out_use(actor: Actor, use: Use, words: str) -> Entry:
    """登记办理结果: in which bulletin it stands, or to whom it was handed over."""
    entry = flow.USE_FLOW.take(
        flow.CARRY_OUT_USE,
        use,
        actor,
        changes={"carried_out": words},
        unit=use.target.unit.short,
        use=str(use),
        words=words,
    )
    left = Use.objects.filter(target__inspection=use.inspection, state=Use.State.APPROVED)
    done_if_none(left, use.matter, CARRY_OUT_USE, timezone.now())
    return entry
