from collections.abc import Sequence
from datetime import date
from itertools import chain
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from bureau.matters import policy
from bureau.matters.access.visibility import reads_all_sent
from bureau.matters.known import replies_of
from bureau.matters.models import Reply
from bureau.matters.parts.result_rules import final_reply
from bureau.matters.views import BatchPage, MatterList, MatterPage, StepPage
from bureau.org.actor import Actor
from bureau.org.models import Person
from directives.course import course_of
from directives.curves import curve
from directives.facts import facts
from directives.filters import DirectiveFilter
from directives.flow import DISPATCH, EDIT, FLOW
from directives.measuring import in_words, reported_with
from directives.models import Directive
from directives.progress import progress_of, with_progress
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
        return with_progress(super().get_queryset().select_related("source", "matter__officer"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(batches=Batch.steps_of(self.request.user), **kwargs)


class Page(MatterPage):
    model = Directive
    flow = FLOW
    joins = ("matter__officer__unit", "source", "goal")
    reply_joins = ("reported",)
    template_name = "directives/page.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        may_edit = policy.may(self.request.user, EDIT, self.record)
        record, replies = self.record, chain.from_iterable(map(replies_of, context["parts"]))
        reported, today = reported_with(replies), timezone.localdate()
        reads_it = any(reads_all_sent(actor, context["parts"]) for actor in self.actors)
        progress = progress_of(record, reported) if reads_it else None
        on_the_way = record.stages or record.recurring
        return context | {
            "may_edit": may_edit,
            "facts": facts(self.record, self.request.user),
            "progress": progress,
            "nodes": course_of(record, reported, today, date(today.year, 12, 31)) if on_the_way else [],
            "curve": curve(progress) if progress else "",
        }

    def measured(self, replies: Sequence[Reply]) -> dict[int, str]:
        return {one.pk: in_words(one, self.record) for one in reported_with(replies)}


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
