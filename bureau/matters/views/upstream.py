"""处理上游变化."""

from typing import Any

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from bureau.matters.lineage import changing
from bureau.matters.models import UpstreamChange
from bureau.org.visible import VisibleField
from bureau.pages.form_page import FormPage


class SettleForm(forms.Form):
    verdict = forms.ChoiceField(
        label="处理", choices=UpstreamChange.Verdict.choices, widget=forms.RadioSelect, required=True
    )
    reason = VisibleField(
        label="说明",
        max_length=UpstreamChange.LENGTHS["reason"],
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="为什么不受影响，或者做了什么处理（如：已撤销加减分、已印发更正）。",
    )


class Settle(FormPage):
    """What changed, what was quoted, and what that means at the place; already printed and published things stay as they are."""

    template_name = "matters/settle_change.html"
    form_class = SettleForm
    sentence = "已处理，并留有记录。"

    def find(self) -> UpstreamChange:
        return get_object_or_404(changing.waiting(self.request.user), pk=self.kwargs["pk"])

    def take(self, form: forms.BaseForm) -> UpstreamChange:
        given = form.cleaned_data
        try:
            return changing.settle(self.request.user, self.record.pk, given["verdict"], given["reason"])
        except LookupError as gone:
            raise Http404 from gone

    def anew(self) -> Any:
        return self.record

    def home(self) -> str:
        about = self.record.about
        return about.get_absolute_url() if about else f"{reverse('desk:proposals')}?of=upstream"

    def place(self) -> str:
        return f"{self.record.about.kind}:list" if self.record.about else ""

    def context(self, form: forms.BaseForm) -> dict:
        return {"facts": facts(self.record)}


def facts(change: UpstreamChange) -> list[dict]:
    """What changed, and where it was quoted in which words."""
    about = change.about
    place = about and link(about.get_absolute_url(), about.number or about.title)
    chain = reverse("desk:chain", args=[change.kind, change.key])
    rows = [
        ("变化", f"{change.words}（{timezone.localtime(change.at):%Y-%m-%d}）"),
        ("引用时的情况", change.quoted),
        ("引用的事项", place),
        ("全链", link(chain, "从引用处看起因和后果")),
    ]
    return [{"label": label, "value": value, "wide": True} for label, value in rows if value]


def link(url: str, words: str) -> str:
    return format_html('<a href="{}">{}</a>', url, words)
