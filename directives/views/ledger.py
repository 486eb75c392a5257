from typing import Any

from django.db.models import QuerySet

from bureau.matters import policy
from bureau.matters.models import Reply
from bureau.matters.parts.result_rules import final_reply
from bureau.matters.views import BatchPage, MatterList, MatterPage, StepPage
from bureau.org.actor import Actor
from bureau.org.models import Person
from directives.facts import facts
from directives.filters import DirectiveFilter
from directives.flow import DISPATCH, EDIT, FLOW
from directives.models import Directive
from directives.states import REVIEWING
from directives.tables import DirectiveTable
from directives.views.desk_only import DeskOnly


class Ledger(MatterList):
    model = Directive
    table_class = DirectiveTable
    filterset_class = DirectiveFilter
    heading = "决策督查台账"
    export_name = "决策督查台账"
    template_name = "directives/list.html"

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().select_related("source", "matter__officer")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(batches=Batch.steps_of(self.request.user), **kwargs)


class Page(MatterPage):
    model = Directive
    flow = FLOW
    joins = ("matter__officer__unit", "source")
    template_name = "directives/page.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        may_edit = policy.may(self.request.user, EDIT, self.record)
        return context | {"may_edit": may_edit, "facts": facts(self.record, self.request.user)}


class Step(StepPage):
    flow = FLOW

    def records(self, person: Person | Actor) -> QuerySet:
        return Directive.objects.visible_to(person).select_related("source")

    def subject(self, record: Directive) -> Reply | None:
        """The completion report under review."""
        return final_reply(record) if record.state == REVIEWING else None


class Batch(DeskOnly, BatchPage):
    model = Directive
    flow = FLOW
    gives_out = DISPATCH.name

    def due(self, record: Any) -> str:
        """What goes on for long is reported on by its cadence and may have no date."""
        return super().due(record) or (
            f"长期，{record.get_cadence_display()}报告" if record.recurring else ""
        )
