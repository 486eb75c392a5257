"""督查结论 of each target: drafted, signed by another, served; what a review makes of it; and the end of the activity."""

from django.db.models import QuerySet
from django.utils import timezone

from bureau.matters import numbers
from bureau.matters.deadlines import duties
from bureau.matters.flow import move_all
from bureau.matters.models import Assignment, Entry
from bureau.matters.parts import steps as parts
from bureau.matters.policy import takes
from bureau.matters.service.serving import serve
from bureau.org.actor import Actor
from bureau.org.posts import Post
from directives.inspections import flow, states
from directives.inspections.actions.owing import done_if_none, owe_once
from directives.inspections.dues import CLOSE_VISIT, CONCLUDE, SIGN_CONCLUSION
from directives.inspections.models import Inspection, Target
from directives.inspections.prints.letters import conclusion, text_of
from directives.inspections.served import CONCLUSION, SERIES


@takes(flow.DRAFT_CONCLUSION)
def draft(actor: Actor, target: Target, facts: str, evidence: str, opinion: str) -> Entry:
    """起草结论, which a bureau leader signs."""
    written = {"facts": facts, "evidence": evidence, "opinion": opinion, "drafted_by": actor.principal}
    now = timezone.now()
    owe_once(target.matter, SIGN_CONCLUSION, now, post=Post.DIRECTOR)
    return flow.TARGET_FLOW.take(
        flow.DRAFT_CONCLUSION,
        target,
        actor,
        changes=written,
        unit=target.unit.short,
    )


@takes(flow.TAKE_BACK_DRAFT)
def take_back_draft(actor: Actor, target: Target) -> Entry:
    """撤回 until it is signed; what was written stays in the form."""
    entry = flow.TARGET_FLOW.take(flow.TAKE_BACK_DRAFT, target, actor, unit=target.unit.short)
    if not waiting(target.inspection).exists():
        duties.drop(target.matter, timezone.now(), SIGN_CONCLUSION)
    return entry


@takes(flow.RETURN_DRAFT)
def return_draft(actor: Actor, target: Target, reason: str) -> Entry:
    """退回修改."""
    entry = flow.TARGET_FLOW.take(flow.RETURN_DRAFT, target, actor, unit=target.unit.short, reason=reason)
    settle(target.inspection)
    return entry


@takes(flow.SIGN_CONCLUSION_STEP)
def sign(actor: Actor, target: Target) -> Entry:
    """签发并送达, as it is printed. Raises PressProblem where it cannot be set."""
    now, part = timezone.now(), target.assignment
    number = numbers.take(SERIES, now)
    service = serve(actor, part.matter, CONCLUSION, part, conclusion(target, number), text_of(target), number)
    entry = flow.TARGET_FLOW.take(
        flow.SIGN_CONCLUSION_STEP,
        target,
        actor,
        changes={"service": service, "signed_by": actor.principal},
        unit=target.unit.short,
        number=number,
    )
    settle(target.inspection)
    return entry


@takes(flow.NO_CONCLUSION)
def conclude_without(actor: Actor, target: Target, why_none: str) -> Entry:
    """不作结论, and why."""
    entry = flow.TARGET_FLOW.take(
        flow.NO_CONCLUSION,
        target,
        actor,
        changes={"why_none": why_none},
        unit=target.unit.short,
        why_none=why_none,
    )
    settle(target.inspection)
    return entry


def waiting(inspection: Inspection) -> QuerySet[Target]:
    """The drafts that nobody has signed yet."""
    return inspection.targets.filter(state=states.DRAFTED)


def settle(inspection: Inspection) -> None:
    """Once nothing waits to be signed, and once every target has its conclusion, that is owed no longer; what is left is to
    close the activity."""
    now, matter = timezone.now(), inspection.matter
    done_if_none(waiting(inspection), matter, SIGN_CONCLUSION, now)
    if not inspection.targets.exclude(state__in=states.SETTLED).exists():
        duties.done(matter, CONCLUDE, at=now)
        owe_once(matter, CLOSE_VISIT, now, person=matter.officer)


@takes(flow.CLOSE)
def close(actor: Actor, inspection: Inspection, result: str) -> Entry:
    """结束活动. A conclusion may still be contested afterwards."""
    now, matter = timezone.now(), inspection.matter
    working = list(matter.assignments.filter(state=Assignment.State.WORKING))
    if working:
        move_all(parts.CLOSED, working)
    duties.done(matter, CLOSE_VISIT, at=now)
    cover = {"closed_at": now, "finished_at": now}
    return flow.FLOW.take(
        flow.CLOSE, inspection, actor, changes={"result": result}, cover_changes=cover, result=result
    )
