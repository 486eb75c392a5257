from copy import copy

from django import forms
from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from bureau.matters.views.desk_only import BureauOnly
from bureau.pages.form_page import FormPage
from reports import actions
from reports.mailing_form import MailingForm
from reports.models import Mailing


class Mailings(BureauOnly, TemplateView):
    template_name = "reports/mailings.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            mailings=Mailing.objects.prefetch_related("readers", "units"), **kwargs
        )


class Edit(BureauOnly, FormPage):
    """A new list, or one that is changed or dropped."""

    template_name = "reports/mailing.html"

    def find(self, rows=Mailing.objects) -> Mailing:
        key = self.kwargs.get("pk")
        return get_object_or_404(rows.all(), pk=key) if key else Mailing(version=0)

    def version(self) -> int:
        return self.record.version

    def lock(self) -> Mailing:
        return self.find(Mailing.objects.select_for_update())

    @property
    def drops(self) -> bool:
        return "drop" in self.request.POST

    def form(self, *posted):
        return forms.Form(*posted) if self.drops else MailingForm(*posted, instance=copy(self.record))

    def take(self, form) -> str:
        person = self.request.user
        if self.drops:
            actions.drop_mailing(person, get_object_or_404(Mailing, pk=self.record.pk))
            return "分发名单已删除。"
        given = form.cleaned_data
        kept = actions.keep_mailing(person, form.instance, given["readers"], given["units"])
        return f"分发名单“{kept.name}”已保存。"

    def said(self, done) -> str:
        return done

    def home(self) -> str:
        return "reports:mailings"

    def context(self, form) -> dict:
        return {"mailing": self.record}
