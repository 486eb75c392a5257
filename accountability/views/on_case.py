"""What the forms about a case have in common."""

from typing import Any

from django.shortcuts import get_object_or_404

from accountability.models import Case
from bureau.matters import policy
from bureau.matters.flow import Step
from bureau.matters.policy import Verdict
from bureau.matters.views.on_matter import OnMatter
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage


class OnCase(Drafting, OnMatter, FormPage):
    """A form about a case, for the verb of `step`; who does not see the case finds nothing."""

    template_name = "accountability/form.html"
    heading = ""
    step: Step

    def find(self) -> Case:
        found = Case.objects.visible_to(self.request.user).select_related("matter__officer")
        return get_object_or_404(found.prefetch_related("investigators"), pk=self.kwargs["pk"])

    def may(self) -> Verdict:
        return policy.may(self.request.user, self.step, self.record)

    def place(self) -> str:
        return "accountability:list"

    def context(self, form: Any) -> dict:
        return super().context(form) | {
            "case": self.record,
            "matter": self.record.matter,
            "heading": self.heading or self.step.label,
        }
