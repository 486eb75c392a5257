"""The next stage is owed when the one before it was reached: found anew after every step on the directive."""

from datetime import date, datetime

from django.utils import timezone

from bureau.matters.deadlines import duties
from bureau.matters.known import the_lead
from bureau.matters.models import Duty
from bureau.org.worktime import fixed
from directives import states
from directives.dues import STAGE
from directives.models import Directive, Reported
from directives.stages import Stage, current, reached

REOPENED = "directives.reopen"


def follow_stages(directive: Directive, reported: list[Reported], now: datetime) -> datetime | None:
    """Under way the lead owes the first stage that is not reached, and no other. What rebounded owes its result alone.
    Returns until when the stage is owed."""
    matter = directive.matter
    if directive.state != states.RUNNING:
        return None
    if matter.entries.filter(step=REOPENED).exists():
        return None
    stage, done = current(directive, reported), reached(reported)
    for duty in owed(directive):
        if stage is None or day_of(duty) != stage.day:
            duties.end(duty, now, dropped=day_of(duty) not in done)
    return owe(directive, stage, now).due_at if stage else None


def owed(directive: Directive) -> list[Duty]:
    return list(directive.matter.duties.filter(step=STAGE, done_at__isnull=True))


def day_of(duty: Duty) -> date | None:
    """Of its stage: that stays beside every later date."""
    return timezone.localdate(duty.original_due_at) if duty.original_due_at else None


def owe(directive: Directive, stage: Stage, now: datetime) -> Duty:
    """Once; what was owed before is owed again by its date."""
    matter, lead = directive.matter, the_lead(directive.matter)
    before = matter.duties.filter(step=STAGE).select_related("matter").order_by("-pk")
    known = next((duty for duty in before if day_of(duty) == stage.day), None)
    if known is None:
        due = fixed(stage.day, "按阶段节点确定")
        return duties.owe(matter, STAGE, at=now, unit=lead.unit, assignment=lead, due=due, named=stage.words)
    if known.done_at:
        duties.owe_still(known, lead)
    return known
