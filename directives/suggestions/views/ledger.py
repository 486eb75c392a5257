from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from bureau.matters import policy
from bureau.matters.counting.readers import sees_figures
from bureau.matters.models import Assignment, Matter, Reply
from bureau.matters.views import BatchPage, MatterList, MatterPage, StepPage
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Function
from bureau.vault.opening import Kept
from bureau.vault.untold import Untold
from directives.suggestions.facts import facts
from directives.suggestions.filters import SuggestionFilter
from directives.suggestions.flow import APPROVE, EDIT, FLOW
from directives.suggestions.models import Suggestion
from directives.suggestions.tables import SuggestionTable
from directives.suggestions.views.desk_only import DeskOnly


class Ledger(MatterList):
    model = Suggestion
    table_class = SuggestionTable
    filterset_class = SuggestionFilter
    heading = "督查建议台账"
    export_name = "督查建议台账"
    template_name = "suggestions/list.html"

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().select_related("recipient", "matter__officer")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        counts = sees_figures(person, Function.SUGGESTIONS)
        return super().get_context_data(batches=Batch.steps_of(person), counts=counts, **kwargs)


class Page(MatterPage):
    model = Suggestion
    flow = FLOW
    joins = ("matter__officer__unit", "recipient")
    template_name = "suggestions/page.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        may_edit = policy.may(self.request.user, EDIT, self.record)
        heads = {"parts_head": "收文单位", "replies_head": "答复与反馈"}
        return context | heads | {"may_edit": may_edit, "facts": facts(self.record)}

    def replies(self, person: Person, matter: Matter, parts: Sequence[Assignment]) -> list[Reply]:
        """What elsewhere is the report of a result is the answer here."""
        found = super().replies(person, matter, parts)
        for reply in found:
            if reply.kind == Reply.Kind.FINAL:
                reply.called = "答复"
        return found


class Step(Untold, StepPage):
    flow = FLOW

    def records(self, person: Person | Actor) -> QuerySet:
        return Suggestion.objects.visible_to(person).select_related("recipient")

    def kept(self, form: forms.BaseForm) -> Iterable[Kept]:
        """What the desk types is handed out; a unit tries no names here."""
        return super().kept(form) if self.actor.sits_at(self.record.matter.kind) else []


class Batch(DeskOnly, BatchPage):
    model = Suggestion
    flow = FLOW
    gives_out = APPROVE.name

    def line(self, record: Any) -> str:
        return record.addressee
