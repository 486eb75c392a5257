from typing import Any

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404

from bureau.matters.models import Matter
from bureau.matters.views.granting import GrantForm
from bureau.org.keys import key_of
from bureau.pages.form_page import FormPage
from bureau.vault import opening
from bureau.vault.models import Identity, Permit


class Permits(FormPage):
    """授权查看 of what is kept on a matter, and 收回授权: by a director who sees it; else 404."""

    template_name = "vault/permits.html"

    def find(self) -> Matter:
        person = self.request.user
        matter = get_object_or_404(Matter.objects.visible_to(person), pk=self.kwargs["pk"])
        if not opening.may_permit(person) or not Identity.objects.filter(matter=matter).exists():
            raise Http404
        return matter

    def place(self) -> str:
        return f"{self.record.kind}:list"

    @property
    def withdrawn(self) -> str:
        return self.request.POST.get("withdraw", "")

    def form(self, *posted: Any) -> forms.BaseForm:
        return forms.Form(*posted) if self.withdrawn else GrantForm(*posted)

    def take(self, form: forms.BaseForm) -> str:
        person = self.request.user
        if self.withdrawn:
            found = Permit.objects.select_related("matter", "person").filter(matter=self.record)
            opening.withdraw(person, get_object_or_404(found, pk=key_of(self.withdrawn)))
            return "授权已收回，并记入查看记录。"
        opening.permit(person, self.record, **form.cleaned_data)
        return "已授权，并记入查看记录。"

    def said(self, done: str) -> str:
        return done

    def home(self) -> str:
        return self.request.path

    def context(self, form: forms.BaseForm) -> dict:
        permits = Permit.objects.filter(matter=self.record).select_related("person__unit", "granted_by")
        return {"matter": self.record, "permits": permits}
