"""Targets as pages show them: to who reads above units all, to a unit its own once a paper was served on it."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import JSONObject

from bureau.matters import policy
from bureau.matters.access.visibility import where_reads_above
from bureau.matters.actions import actions_through
from bureau.org.actor import Actor
from bureau.org.models import Person
from directives.inspections import states
from directives.inspections.flow import PROPOSE_USE, RECORD, SIGN_CONCLUSION_STEP, TARGET_FLOW, USE_FLOW
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


def of_inspection(actors: list[Actor], inspection: Inspection) -> list[Any]:
    """For its page, in one query: each with how many findings there are, what is proposed to be made of it, and what may be
    done by these actors, who read above units."""
    found = inspection.targets.select_related("assignment__unit", "service")
    targets: list[Any] = list(
        found.annotate(
            noted=Count("findings", distinct=True),
            problems=Count("findings", Q(findings__kind=PROBLEM), distinct=True),
            proposals=ArraySubquery(proposals()),
        )
    )
    for target in targets:
        target.inspection = inspection
        target.tone = states.TONES.get(target.state, "")
        target.actions = [read_first(action) for action in actions_through(TARGET_FLOW, actors, target)]
        target.may_record = any(policy.may(actor, RECORD, target) for actor in actors)
        target.may_propose = any(policy.may(actor, PROPOSE_USE, target) for actor in actors)
        target.proposed = [Use(target=target, **row) for row in target.proposals]
        for use in target.proposed:
            use.actions = actions_through(USE_FLOW, actors, use)
    return targets


def read_first(action: dict) -> dict:
    """Nobody signs from a list: the button leads to the page on which the conclusion is read."""
    return action | {"post": False} if action["step"] == SIGN_CONCLUSION_STEP.key else action


def proposals() -> QuerySet:
    """The columns of what is proposed, as rows of JSON."""
    names = ("id", "kind", "reason", "state", "carried_out", "proposed_by_id", "version")
    found = Use.objects.filter(target=OuterRef("pk")).order_by("pk")
    return found.values(row=JSONObject(**{name: name for name in names}))


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
