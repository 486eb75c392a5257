from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case as Choose
from django.db.models import F, OuterRef, Prefetch, QuerySet, When
from django.db.models.functions import Concat

from accountability import facts, flow
from accountability.aside import read_kept_out
from accountability.filters import CaseFilter
from accountability.lacking import lacking
from accountability.models import Avoidance, Case, Evidence, Explanation, Sanction, Subject
from accountability.prints.papers import offered
from accountability.sanctioning import only_the_last_link
from accountability.subjects import of_case, put_names
from accountability.tables import CaseTable
from bureau.matters import policy
from bureau.matters.counting.readers import sees_figures
from bureau.matters.views import MatterList, MatterPage, StepPage
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Function


def named() -> ArraySubquery:
    """The subjects of a case, by unit and post."""
    post = Concat("unit__short", F("position__title"))
    words = Choose(When(position=None, then=F("unit__short")), default=post)
    found = Subject.objects.filter(case=OuterRef("pk")).order_by(F("position").asc(nulls_first=True), "pk")
    return ArraySubquery(found.values_list(words, flat=True))


def taken() -> ArraySubquery:
    """The measures that are in force, each with its subject's kind."""
    out = [Sanction.State.PROPOSED, Sanction.State.REVOKED]
    found = Sanction.objects.filter(subject__case=OuterRef("pk")).exclude(state__in=out).order_by("pk")
    return ArraySubquery(found.values_list("measure__label", flat=True))


class Ledger(MatterList):
    model = Case
    table_class = CaseTable
    filterset_class = CaseFilter
    heading = "问责台账"
    export_name = "问责台账"
    template_name = "accountability/list.html"

    def get_queryset(self) -> QuerySet:
        found = super().get_queryset().select_related("matter__officer")
        return found.annotate(named=named(), taken=taken())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        counts = sees_figures(self.request.user, Function.ACCOUNTABILITY)
        return super().get_context_data(counts=counts, **kwargs)


class Page(MatterPage):
    model = Case
    flow = flow.FLOW
    joins = ("matter__officer__unit", "approved_by__unit")
    prefetches = (
        "checkers__unit",
        "investigators__unit",
        Prefetch("evidence", Evidence.objects.select_related("source", "taken_by__unit")),
        "interviews__askers__unit",
        Prefetch("avoidances", Avoidance.objects.select_related("person__unit")),
        "meetings",
        "papers",
    )
    template_name = "accountability/page.html"

    def entries(self, person: Person, matter: Any) -> list:
        read_kept_out(self.record)
        return super().entries(person, matter)

    def to_be_asked(self, record: Any, parts: Any) -> list:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context, person, record = super().get_context_data(**kwargs), self.request.user, self.record
        subjects = of_case(person, self.actors, record)
        put_names(person, record, subjects)
        may = {
            name: any(policy.may(actor, step, record) for actor in self.actors)
            for name, step in (
                ("edit", flow.EDIT),
                ("involve", flow.INVOLVE),
                ("avoid", flow.AVOID),
                ("gather", flow.GATHER),
                ("interview", flow.INTERVIEW),
                ("deliberate", flow.DELIBERATE),
            )
        }
        return context | {
            "facts": facts.facts(record),
            "explained_facts": facts.explained_facts(explanations_of(subjects)),
            "check_facts": facts.check_facts(record),
            "filing_facts": facts.filing_facts(record),
            "subjects": subjects,
            "may": may,
            "printable": offered(record),
            "lacking": lacking(record),
            "not_yet": why_not_deliberated(self.actors, record),
        }


def explanations_of(subjects: list[Any]) -> list[Explanation]:
    """As they were read with the subjects."""
    return [one for subject in subjects for one in subject.explanations.all()]


def explanations(case: Case) -> QuerySet[Explanation]:
    found = Explanation.objects.filter(subject__case=case).order_by("pk")
    return found.select_related("subject__unit", "subject__position__unit")


def why_not_deliberated(actors: list[Actor], case: Case) -> str:
    """Who has to be heard first, where that is all that stands in the way."""
    for actor in actors:
        verdict = policy.may(actor, flow.DELIBERATE, case)
        if isinstance(verdict, policy.No) and verdict.shown:
            return verdict.reason
    return ""


class Step(StepPage):
    flow = flow.FLOW
    template_name = "accountability/case_step.html"

    def records(self, person: Person | Actor) -> QuerySet:
        found = Case.objects.visible_to(person).select_related("matter__officer")
        return found.prefetch_related("checkers__unit", "investigators__unit")

    def more(self, record: Any, step: Any) -> dict:
        """Whoever judges reads here what is judged."""
        return {
            "facts": facts.facts(record),
            "explained_facts": facts.explained_facts(explanations(record)),
            "check_facts": facts.check_facts(record),
            "filing_facts": facts.filing_facts(record),
            "subjects": record.subjects.select_related("unit", "position__unit"),
            "last_link": step in (flow.REPORT, flow.ACCEPT_REPORT) and only_the_last_link(record),
        }
