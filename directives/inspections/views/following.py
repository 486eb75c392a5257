"""What follows from a finding and from a conclusion: the steps of a target, 转为督查事项, 现场核查, 结果运用."""

from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from bureau.matters import policy
from bureau.matters.policy import Verdict
from bureau.matters.views.step import StepPage
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.pages.drafting import Drafting
from directives.inspections import actions, flow
from directives.inspections.forms import SuperviseForm, UseForm, VerifyForm
from directives.inspections.models import Finding, Target, Use
from directives.inspections.targets import findings_of, seen
from directives.inspections.views.on_target import OnTarget, uses_seen


class TargetStep(StepPage):
    flow = flow.TARGET_FLOW
    template_name = "inspections/target_step.html"

    def records(self, person: Person | Actor) -> QuerySet[Target]:
        return seen(person)

    def place(self) -> str:
        return "inspections:list"

    def more(self, record: Any, step: Any) -> dict:
        """What is concluded is read beside the form, with what was found."""
        return {"target": record, "findings": findings_of(record)}


class UseStep(StepPage):
    flow = flow.USE_FLOW
    template_name = "inspections/use_step.html"

    def records(self, person: Person | Actor) -> QuerySet[Use]:
        return uses_seen(person)

    def place(self) -> str:
        return "inspections:list"

    def more(self, record: Any, step: Any) -> dict:
        return {"use": record, "target": record.target}


class OnFinding(Drafting, OnTarget):
    """A form about one finding of a target."""

    template_name = "inspections/finding_form.html"
    heading = ""

    @cached_property
    def finding(self) -> Finding:
        found = Finding.objects.filter(target=self.record).select_related("directive")
        return get_object_or_404(found, pk=self.kwargs["finding"])

    def home(self) -> str:
        return self.record.get_absolute_url()

    def context(self, form: Any) -> dict:
        return super().context(form) | {"finding": self.finding, "heading": self.heading}


class Supervise(OnFinding):
    heading, sentence = "转为督查事项", "已转为督查事项，请到决策督查里提请审定。"

    def may(self) -> Verdict:
        return policy.may(self.request.user, flow.SUPERVISE, self.record)

    def form(self, *posted: Any) -> SuperviseForm:
        form = SuperviseForm(*posted)
        form.initial = {"title": f"整改：{self.finding.words}"[:200], "lead": self.record.unit}
        return form

    def take(self, form: Any) -> Any:
        return actions.supervise(self.request.user, self.record, self.finding, **form.cleaned_data)

    def leads_to(self, done: Any) -> str:
        return done.get_absolute_url()


class Verify(OnFinding):
    heading, sentence = "现场核查", "已登记核查情况。"

    def may(self) -> Verdict:
        return policy.may(self.request.user, flow.VERIFY, self.record)

    def form(self, *posted: Any) -> VerifyForm:
        return VerifyForm(*posted, person=self.request.user)

    def take(self, form: Any) -> Any:
        return actions.verify(self.request.user, self.record, self.finding, **form.cleaned_data)


class ProposeUse(Drafting, OnTarget):
    """提出结果运用建议."""

    template_name = "inspections/use_form.html"
    form_class = UseForm
    sentence = "已提出，由方案的审批人审批。"

    def may(self) -> Verdict:
        return policy.may(self.request.user, flow.PROPOSE_USE, self.record)

    def take(self, form: Any) -> Use:
        return actions.propose_use(self.request.user, self.record, **form.cleaned_data)

    def leads_to(self, done: Any) -> str:
        return self.record.matter.get_absolute_url()

    def home(self) -> str:
        return self.record.matter.get_absolute_url()
