"""One subject: its page, its steps, its measures, and its request for tolerance."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from accountability import actions
from accountability.changed import changed
from accountability.facts import explained_facts, subject_facts
from accountability.flow import sanctions as weighing
from accountability.flow.sanctions import SANCTION_FLOW
from accountability.flow.subjects import SUBJECT_FLOW
from accountability.forms import WeighForm, offered
from accountability.models import CONDITIONS, Sanction, Subject, Tolerance
from accountability.sanctioning import (
    dealt_with_before,
    effect_of,
    follows_on_a_unit,
    like_cases,
    measures_for,
    unlike,
)
from accountability.subjects import of_case, put_names, sanctions_seen, seen
from bureau.matters import policy
from bureau.matters.access.visibility import actors_seeing
from bureau.matters.policy import Verdict
from bureau.matters.views.on_matter import OnMatter
from bureau.matters.views.step import StepPage
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.request import Request
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage


class SubjectPage(TemplateView):
    """Findings, measures with their effect reckoned, papers, tolerance."""

    request: Request
    template_name = "accountability/subject.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        found = get_object_or_404(seen(person), pk=self.kwargs["pk"])
        actors = actors_seeing(person, found.matter)
        subject = next(one for one in of_case(person, actors, found.case) if one.pk == found.pk)
        put_names(person, found.case, [subject])
        self.request.place = "accountability:list"
        return super().get_context_data(
            **kwargs,
            subject=subject,
            matter=found.matter,
            facts=subject_facts(subject),
            changed=changed(subject),
            effect=effect_of(subject, subject.decided_on) if subject.decided_on else None,
            before=dealt_with_before(subject),
            unlike=unlike(subject),
            follows=follows_on_a_unit(subject),
            weighed=weighed(subject.asked_tolerance),
        )


def weighed(tolerance: Tolerance | None) -> list[tuple[str, bool, str]]:
    """(condition, whether it holds, words) in their order, once it was weighed."""
    found = tolerance.weighed if tolerance else {}
    return [(label, *found[key]) for key, label in CONDITIONS.items() if key in found]


class SubjectStep(StepPage):
    flow = SUBJECT_FLOW
    template_name = "accountability/subject_step.html"

    def records(self, person: Person | Actor) -> QuerySet[Subject]:
        return seen(person)

    def form(self, *posted: Any) -> Any:
        form = super().form(*posted)
        offered(form, [(str(one.pk), told(one)) for one in measures_for(self.record)])
        return form

    def place(self) -> str:
        return "accountability:list"

    def home(self) -> Any:
        return self.record.matter

    def more(self, record: Any, step: Any) -> dict:
        return {
            "subject": record,
            "facts": subject_facts(record),
            "explained_facts": explained_facts(record.explanations.all()),
            "like": like_cases(record) if "measures" in [ask.name for ask in step.asks] else [],
            "before": dealt_with_before(record),
            "unlike": unlike(record),
            "follows": follows_on_a_unit(record),
        }


def told(measure: Any) -> str:
    """A measure as it is chosen: by whom it is decided, how long it weighs."""
    effect = f"，影响期{measure.months}个月" if measure.months else ""
    return f"{measure}（{measure.get_organ_display()}决定{effect}）"


class SanctionStep(StepPage):
    flow = SANCTION_FLOW
    template_name = "accountability/sanction_step.html"

    def records(self, person: Person | Actor) -> QuerySet[Sanction]:
        return sanctions_seen(person)

    def place(self) -> str:
        return "accountability:list"

    def home(self) -> Any:
        return self.record.matter

    def more(self, record: Any, step: Any) -> dict:
        return {"sanction": record, "subject": record.subject}


class Weigh(Drafting, OnMatter, FormPage):
    """容错逐项认定."""

    template_name = "accountability/weigh.html"
    form_class = WeighForm
    sentence = "已作出认定。"

    def find(self) -> Tolerance:
        found = Tolerance.objects.filter(subject__in=seen(self.request.user).values("pk"))
        joined = found.select_related(
            "subject__case__matter__officer", "subject__unit", "subject__position__unit"
        )
        return get_object_or_404(
            joined.prefetch_related("subject__case__investigators"), pk=self.kwargs["pk"]
        )

    def may(self) -> Verdict:
        return policy.may(self.request.user, weighing.WEIGH, self.record)

    def take(self, form: Any) -> Any:
        return actions.weigh(self.request.user, self.record, form.weighed(), form.cleaned_data["reason"])

    def home(self) -> Any:
        return self.record.subject.get_absolute_url()

    def place(self) -> str:
        return "accountability:list"

    def context(self, form: Any) -> dict:
        return super().context(form) | {
            "tolerance": self.record,
            "subject": self.record.subject,
            "matter": self.record.matter,
        }
