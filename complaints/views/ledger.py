from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import Any

from django import forms
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from bureau.matters import policy
from bureau.matters.access.visibility import reads_above
from bureau.matters.models import Reply
from bureau.matters.parts.result_rules import final_reply
from bureau.matters.views import BatchPage, MatterList, MatterPage, StepPage
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Function, Post
from bureau.vault.opening import Kept, kept_on
from bureau.vault.panels import of_matter
from bureau.vault.untold import Untold
from complaints.facts import facts
from complaints.figures import sees_figures
from complaints.filters import ComplaintFilter
from complaints.flow import ANSWER, ASK_MORE, CALL_BACK, COORDINATE, EDIT, FLOW, TELL_COMPLAINANT
from complaints.interests import conflicts
from complaints.models import AgreedItem, Complaint, Coordination, Reception
from complaints.prints.papers import offered
from complaints.states import OPEN, REFUSING, REVIEWING
from complaints.systemic import is_systemic
from complaints.tables import ComplaintTable
from complaints.views.desk_only import DeskOnly

# Steps for which the complainant is spoken to: the way to their telephone stands beside the form.
REACHES = {one.key for one in (ASK_MORE, TELL_COMPLAINANT, ANSWER, CALL_BACK)}


class Ledger(MatterList):
    model = Complaint
    table_class = ComplaintTable
    filterset_class = ComplaintFilter
    heading = "营商环境投诉台账"
    export_name = "营商环境投诉台账"
    template_name = "complaints/list.html"

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().select_related("cause", "respondent", "matter__officer")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        counted = sees_figures(person)
        return super().get_context_data(batches=Batch.steps_of(person), counted=counted, **kwargs)


class Page(MatterPage):
    model = Complaint
    flow = FLOW
    joins = ("matter__officer__unit", "cause", "respondent__superior", "whole__matter", "merged_into__matter")
    template_name = "complaints/page.html"

    def records(self, person: Person) -> QuerySet:
        """For the desk with what it asks of each before it offers a step."""
        found = super().records(person)
        if not person.sits_at(Function.COMPLAINTS):
            return found
        return found.annotate(came=came()).prefetch_related("hearings")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context, person, record = super().get_context_data(**kwargs), self.request.user, self.record
        above = reads_above(person, record.matter)
        sits_here = context["sits_here"]
        return context | {
            "facts": facts(record, person),
            "above": above,
            "may_edit": policy.may(person, EDIT, record),
            "joint": sits_here and record.state in OPEN and came_together(record),
            "may_coordinate": policy.may(person, COORDINATE, record),
            "coordinations": coordinations(record) if above and record.accepted_at else [],
            "conflicts": conflicts(record) if sits_here and record.state in OPEN else [],
            "systemic": sits_here and record.repeats and is_systemic(record),
            "hearings": list(record.hearings.all()) if above else [],
            "papers": offered(record, person),
            "receptions": record.came if sits_here else [],
        }


def came_together(record: Any) -> bool:
    """Several of them are named."""
    return not record.anonymous and any(one["representatives"] > 1 for one in record.came)


def came() -> ArraySubquery:
    """The lines of the register from which a complaint came."""
    lines = Reception.objects.filter(complaint=OuterRef("pk")).order_by("pk")
    columns = {name: name for name in ("pk", "number", "persons", "representatives")}
    return ArraySubquery(lines.values(row=JSONObject(**columns)))


def coordinations(record: Complaint) -> list[tuple[Coordination, list[AgreedItem]]]:
    """现场协调, each with what was agreed."""
    items = AgreedItem.objects.filter(coordination__complaint=record.pk).select_related("coordination")
    return [(one, list(agreed)) for one, agreed in groupby(items, key=attrgetter("coordination"))]


class Step(Untold, StepPage):
    flow = FLOW
    template_name = "complaints/step.html"

    def records(self, person: Person | Actor) -> QuerySet:
        found = Complaint.objects.visible_to(person)
        return found.select_related("cause", "respondent", "whole__matter", "merged_into__matter")

    def subject(self, record: Complaint) -> Reply | None:
        """The completion report under review."""
        return final_reply(record) if record.state == REVIEWING and not record.self_handled else None

    def more(self, record: Any, step: Any) -> dict:
        """What is judged is read beside the form."""
        person = self.actor
        judged = person.sits_at(record.matter.kind) or person.holds(Post.DIRECTOR)
        reached = step.key in REACHES and of_matter(self.request.user, record.matter)
        return {
            "facts": facts(record, person) if judged else [],
            "refusing": record.state == REFUSING,
            "identity": reached or None,
        }

    def kept(self, form: forms.BaseForm) -> Iterable[Kept]:
        """What the desk types is handed out, or read by many; a unit tries no names here."""
        if not self.actor.sits_at(self.record.matter.kind):
            return []
        return kept_on((self.record.whole or self.record).matter)

    def kept_with(self, done: Any) -> int:
        return self.record.matter.pk


class Batch(DeskOnly, Untold, BatchPage):
    model = Complaint
    flow = FLOW

    def kept(self, form: forms.BaseForm) -> Iterable[Kept]:
        """What is said of many is told to the units of each."""
        return kept_on(*(record.matter for record in self.record))
