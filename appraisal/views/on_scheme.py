"""A form of the desk about a scheme."""

from typing import Any

from django.shortcuts import get_object_or_404

from appraisal import states
from appraisal.models import Scheme
from appraisal.views.desk_only import DeskOnly
from bureau.matters.policy import No, Verdict, Yes
from bureau.pages.form_page import FormPage

PLACE = "appraisal:schemes"


class OnScheme(DeskOnly, FormPage):
    """Only what is being drafted is written into, unless a form says otherwise."""

    template_name = "appraisal/scheme_form.html"
    heading = ""

    @property
    def scheme(self) -> Scheme:
        return self.record

    def find(self) -> Any:
        found = Scheme.objects.select_related("drafted_by", "replaces")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def may(self) -> Verdict:
        """Only what is being drafted is written into."""
        return (
            Yes()
            if self.scheme.state == states.DRAFT
            else No("方案已经提请审定或者公布，不能再改；公布以后用“修订”。")
        )

    def version(self) -> object:
        return self.scheme.version

    def lock(self) -> Any:
        Scheme.objects.select_for_update().get(pk=self.scheme.pk)
        return self.find()

    def leads_to(self, done: Any) -> str:
        return self.scheme.get_absolute_url()

    def home(self) -> str:
        return self.scheme.get_absolute_url()

    def place(self) -> str:
        return PLACE

    def context(self, form: Any) -> dict:
        return {"scheme": self.record and self.scheme, "heading": self.heading}
