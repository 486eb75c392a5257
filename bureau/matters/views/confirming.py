from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404

from bureau.matters.access import confirming
from bureau.org.keys import key_of, keys_of
from bureau.pages.form_page import FormPage

DISPUTED = "异议已记入动态，督查局领导会看到。已办的事项没有自动撤回。"


class DisputeForm(forms.Form):
    """What is wrong with the words is said by the verb."""

    objection = forms.Field(label="异议", required=False)

    def clean_objection(self) -> str:
        return (self.cleaned_data["objection"] or "").replace("\0", "")


class Confirming(FormPage):
    """待确认的代录: what was entered in my name; all confirmed at once, or one disputed with a word."""

    template_name = "matters/confirming.html"

    def form(self, *posted: Any) -> forms.BaseForm:
        return DisputeForm(*posted) if "dispute" in self.request.POST else forms.Form(*posted)

    @property
    def disputed(self) -> int:
        return key_of(self.request.POST.get("dispute", ""))

    def take(self, form: forms.BaseForm) -> int:
        person = self.request.user
        if form.fields:
            if not self.disputed:
                raise Http404
            confirming.dispute(person, self.disputed, form.cleaned_data["objection"])
            return 1
        return confirming.confirm(person, keys_of(self.request.POST.getlist("id")))

    def tell(self, count: int) -> None:
        if self.disputed:
            messages.success(self.request, DISPUTED)
        elif count:
            messages.success(self.request, f"已确认{count}条代录，并记入动态。")
        else:
            messages.warning(self.request, "没有新确认的代录：请至少勾选一条还没有答复的。")

    def home(self) -> str:
        return self.request.path

    def context(self, form: forms.BaseForm) -> dict:
        waiting = confirming.to_confirm(self.request.user)
        return {"waiting": waiting, "disputed": self.disputed, "limit": confirming.OBJECTION_LENGTH}
