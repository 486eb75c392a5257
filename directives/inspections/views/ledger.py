from itertools import chain
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from bureau.matters import policy
from bureau.matters.access.rights import Rights
from bureau.matters.access.visibility import reads_above, where_reads_above
from bureau.matters.views import MatterList, MatterPage, StepPage
from bureau.org.actor import Actor
from bureau.org.models import Person
from directives.inspections.facts import facts
from directives.inspections.filters import InspectionFilter
from directives.inspections.flow import APPROVE_PLAN, DECLINE, EDIT, FLOW
from directives.inspections.models import CheckItem, Finding, Inspection, Target
from directives.inspections.overlap import overlaps
from directives.inspections.planned import as_plan
from directives.inspections.states import CLOSED, DRAFT, PROPOSED, RUNNING
from directives.inspections.tables import InspectionTable
from directives.inspections.targets import of_inspection


class Ledger(MatterList):
    model = Inspection
    table_class = InspectionTable
    filterset_class = InspectionFilter
    heading = "督查活动"
    export_name = "督查活动台账"
    template_name = "inspections/list.html"

    def get_queryset(self) -> QuerySet:
        found = super().get_queryset().select_related("matter__officer", "head__unit")
        return found.annotate(named=named(self.request.user), problems=problems(self.request.user))


def named(person: Person) -> ArraySubquery:
    """The short names of the targets; to a unit only what it sees of itself."""
    own = (actor.own_units for actor in Rights.of(person).actors if actor.answers_for_unit)
    told = where_reads_above(person, "inspection__matter") | Q(assignment__unit__in=chain(*own))
    targets = Target.objects.filter(told, inspection=OuterRef("pk"))
    return ArraySubquery(targets.order_by("assignment__unit__order", "pk").values("assignment__unit__short"))


def problems(person: Person) -> Coalesce:
    """How many were found; none of it is told to a unit."""
    told = where_reads_above(person, "target__inspection__matter")
    problem = Finding.objects.filter(told, kind=Finding.Kind.PROBLEM)
    found = problem.filter(target__inspection=OuterRef("pk")).order_by()
    counted = found.values("target__inspection").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted), Value(0))


class Page(MatterPage):
    model = Inspection
    flow = FLOW
    joins = ("matter__officer__unit", "head__unit", "approver__unit", "follows__matter")
    prefetches = ("members__unit",)
    template_name = "inspections/page.html"

    def records(self, person: Person) -> QuerySet:
        items = CheckItem.objects.filter(inspection=OuterRef("pk")).order_by("ordinal")
        return super().records(person).annotate(checklist=ArraySubquery(items.values("words")))

    def to_be_asked(self, record: Any, parts: Any) -> list:
        """Nobody: how often a target is looked at stands in 督查频次."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context, person, record = super().get_context_data(**kwargs), self.request.user, self.record
        above = reads_above(person, record.matter)
        targets = of_inspection(self.actors, record) if above else []
        return context | {
            "parts": [],  # the targets stand in a panel of their own
            "facts": facts(record, above),
            "above": above,
            "targets": targets,
            "may_edit": policy.may(person, EDIT, record),
            "overlaps": overlaps(person, as_plan(record, [one.unit for one in targets]), record)
            if above and record.state in (DRAFT, PROPOSED)
            else [],
            "on_site": record.state == RUNNING and any(one.may_record for one in targets),
            "may_look_back": record.state == CLOSED and context["sits_here"],
        }


class Step(StepPage):
    flow = FLOW
    template_name = "inspections/plan_step.html"

    def records(self, person: Person | Actor) -> QuerySet:
        found = Inspection.objects.visible_to(person)
        joined = found.select_related("matter__officer", "head__unit", "approver__unit")
        return joined.prefetch_related("members__unit")

    def more(self, record: Any, step: Any) -> dict:
        """Whoever approves a plan, or sends it back, reads it here."""
        if record.state != PROPOSED or step not in (APPROVE_PLAN, DECLINE):
            return {}
        return {
            "facts": facts(record, above=True),
            "targets": record.targets.select_related("assignment__unit"),
            "checklist": [item.words for item in record.items.all()],
        }
