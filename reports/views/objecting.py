from django import forms
from django.shortcuts import get_object_or_404

from bureau.jobs.barred import Barred
from bureau.matters.deadlines.lights import Lights
from bureau.matters.views.desk_only import BureauOnly
from bureau.pages.drafting import Drafting
from bureau.pages.fields import words
from bureau.pages.form_page import FormPage
from reports import actions, contesting
from reports.models import Bulletin, Objection
from reports.views.said import lit

VERDICTS = {"uphold": True, "dismiss": False}


class ReasonForm(forms.Form):
    reason = words("核实意见", Objection.TEXT_LENGTH, 6)


class Decide(BureauOnly, Drafting, FormPage):
    """核实 of what a unit says is wrong in an issue."""

    form_class = ReasonForm
    template_name = "reports/objection.html"

    def find(self) -> Objection:
        seen = Bulletin.objects.visible_to(self.request.user)
        found = Objection.objects.filter(bulletin__in=seen.values("pk")).select_related("bulletin", "unit")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def may(self):
        return contesting.decides(self.request.user, self.record)

    def version(self) -> int:
        return self.record.version

    def take(self, form):
        upheld = VERDICTS.get(self.request.POST.get("verdict"))
        if upheld is None:
            raise Barred("请按“属实，予以更正”或“不予更正”提交。")
        return actions.decide_objection(self.request.user, self.record, upheld, form.cleaned_data["reason"])

    def said(self, entry) -> str:
        return entry.sentence

    def home(self) -> Bulletin:
        return self.record.bulletin

    def context(self, form) -> dict:
        return {"objection": lit(self.record, Lights())}
