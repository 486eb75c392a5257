"""A merger, and what is asked of it afterwards."""

from django.utils import timezone

from bureau.matters import chain
from bureau.matters.merger import merge as merging
from bureau.matters.models import Duty
from bureau.org.models import Person


def merge(county, old=None, into=None, on=None):
    """Water into roads, today."""
    return merging.merge(county.system, old or county.water, into or county.roads, on or timezone.localdate())


def now(person) -> Person:
    """As somebody who logs in after the merger."""
    return Person.objects.get(pk=person.pk)


def parts(directive) -> dict[str, tuple]:
    rows = directive.matter.assignments.values_list("unit__short", "role", "state")
    return {short: (role, state) for short, role, state in rows}


def duty(directive, step: str) -> Duty:
    return Duty.objects.get(matter=directive.pk, step=step, done_at=None)


def last_line(directive) -> str:
    return directive.matter.entries.first().sentence


def whole() -> bool:
    return not [verdict.faults for verdict in chain.verdicts() if verdict.faults]
