"""新建考核期, 登记集体研究."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from appraisal import actions, flow
from appraisal.forms.periods import MeetingForm, PeriodForm
from appraisal.models import Period
from appraisal.reckoning import reckon
from appraisal.views.desk_only import DeskOnly
from bureau.matters import policy
from bureau.matters.policy import Verdict
from bureau.matters.views.on_matter import OnMatter
from bureau.org.actor import Actor
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage


class New(DeskOnly, Drafting, FormPage):
    template_name = "appraisal/period_form.html"
    sentence = "已新建，请核对单位和方案，再启动采集。"
    form_class = PeriodForm

    def take(self, form: Any) -> Period:
        return actions.periods.register(self.request.user, form.begun())

    def leads_to(self, done: Period) -> str:
        return done.get_absolute_url()

    def home(self) -> str:
        return reverse("appraisal:list")

    def place(self) -> str:
        return "appraisal:list"


class Deliberate(DeskOnly, Drafting, OnMatter, FormPage):
    """The meeting, and the grade of each unit beside its score."""

    template_name = "appraisal/deliberate.html"
    sentence = "已登记集体研究和各单位等次。"

    def find(self) -> Period:
        found = Period.objects.visible_to(self.request.user).select_related("matter__officer")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def may(self) -> Verdict:
        return policy.may(self.request.user, flow.DELIBERATE, self.record)

    def form(self, *posted: Any) -> MeetingForm:
        parts = self.record.appraised.select_related("assignment__unit", "scheme")
        return MeetingForm(*posted, parts=list(parts.order_by("scheme__series", "rank", "pk")))

    def take(self, form: Any) -> Any:
        return actions.deliberating.deliberate(
            Actor.of(self.request.user), self.record, form.held(), form.grades()
        )

    def place(self) -> str:
        return "appraisal:list"

    def context(self, form: Any) -> dict:
        return super().context(form) | {
            "matter": self.record.matter,
            "period": self.record,
            "ties": reckon(self.record).ties,
        }
