"""Targets as pages show them: to who reads above units all, to a unit its own once a paper was served on it."""

from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from bureau.matters import policy
from bureau.matters.access.visibility import reads_above, where_reads_above
from bureau.matters.actions import actions_through
from bureau.org.actor import Actor
from bureau.org.models import Person
from directives.inspections import states
from directives.inspections.flow import PROPOSE_USE, TARGET_FLOW, USE_FLOW
from directives.inspections.models import Finding, Inspection, Target, Use, Verification

PROBLEM = Finding.Kind.PROBLEM


def seen(person: Person | Actor) -> QuerySet[Target]:
    """Those that a person who reads above units sees: what was found is not for the target before it is served, and then it is
    served in words."""
    found = Target.objects.filter(where_reads_above(person, "inspection__matter"))
    return found.select_related(
        "inspection__matter__officer",
        "inspection__head__unit",
        "inspection__approver__unit",
        "assignment__unit",
        "drafted_by__unit",
        "signed_by__unit",
        "service",
    ).prefetch_related("inspection__members__unit")


def of_inspection(person: Person, actors: list[Actor], inspection: Inspection) -> list[Any]:
    """For its page: each with how many findings there are and what may be done; none for a target."""
    if not reads_above(person, inspection.matter):
        return []
    uses = Prefetch("uses", Use.objects.select_related("proposed_by__unit"))
    found = inspection.targets.select_related("assignment__unit", "service").prefetch_related(uses)
    targets: list[Any] = list(
        found.annotate(
            noted=Count("findings", distinct=True),
            problems=Count("findings", Q(findings__kind=PROBLEM), distinct=True),
        )
    )
    for target in targets:
        target.inspection = inspection
        target.tone = states.TONES.get(target.state, "")
        target.actions = actions_through(TARGET_FLOW, actors, target)
        target.may_propose = any(policy.may(actor, PROPOSE_USE, target) for actor in actors)
        target.proposed = list(target.uses.all())
        for use in target.proposed:
            use.target = target
            use.actions = actions_through(USE_FLOW, actors, use)
    return targets


def findings_of(target: Target) -> list[Finding]:
    """With their photos, what became of them, and every look at it since."""
    checks = Verification.objects.select_related("person__unit").prefetch_related("entry__attachments")
    found = target.findings.select_related("item", "person__unit", "directive", "entry")
    return list(found.prefetch_related("entry__attachments", Prefetch("verifications", checks)))


def checklist(target: Target, findings: list[Finding]) -> list[tuple]:
    """(item, its findings) in the order of the plan; last (None, findings that belong to no item)."""
    rows: list[tuple] = [
        (item, [one for one in findings if one.item_id == item.pk]) for item in target.inspection.items.all()
    ]
    beside = [one for one in findings if one.item_id is None]
    return [*rows, *([(None, beside)] if beside else [])]
