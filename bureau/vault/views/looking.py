"""查看身份: with a reason, then once. The answer to the post is the page itself: whoever loads it again is asked again."""

from base64 import b64encode
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from bureau.org import cipher
from bureau.pages.fields import Words
from bureau.pages.once import token
from bureau.vault import opening, scans
from bureau.vault.models import Identity, Line, Scan
from bureau.vault.particulars import LABELS, Particulars
from bureau.vault.views.of_identity import OfIdentity

REASONS = ("回访", "核实情况", "答复投诉人", "要求补充材料", "听取意见")
SHOWN = [name for name in LABELS if name != "code"]  # a code that was lost is not recovered


class WhyForm(forms.Form):
    why = Words(label="事由", max_length=Line.WHY_LENGTH)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"].phrases = REASONS  # type: ignore[attr-defined]


class Looking(OfIdentity):
    """What is shown once: `take` gives the context of `once_template`."""

    form_class = WhyForm
    template_name = "vault/ask.html"
    once_template = ""
    what = ""
    asks_again = False  # to look once more for the same reason is another look

    def carry_out(self, form: Any) -> tuple[Any, HttpResponse]:  # type: ignore[override]
        """A second click, and a page that is loaded again, are led to the question."""
        done, _answer = super().carry_out(form)
        context = {**self.context(form), **done, "why": form.cleaned_data["why"]}
        self.request.place = self.place()
        return done, render(self.request, self.once_template, context)

    def tell(self, done: Any) -> None:
        """The page says it."""

    def home(self) -> str:
        return self.request.path

    def context(self, form: Any) -> dict:
        return super().context(form) | {"what": self.what, "seen": self.matter_seen}


class Open(Looking):
    """Who it is, and which letters of theirs are kept."""

    what, once_template = "身份", "vault/opened.html"

    def take(self, form: Any) -> dict:
        who = opening.open_for(self.request.user, self.identity, form.cleaned_data["why"])
        formers = [(former, facts(opening.opened(former))) for former in self.identity.formers.all()]
        return {"facts": facts(who), "formers": formers, "letters": letters(self.identity)}


class Letter(Looking):
    """扫描件, page by page, as pictures inside the page itself: nothing of them has an address."""

    what, once_template = "扫描件", "vault/letter.html"

    def find(self) -> Scan:
        scan = get_object_or_404(Scan.objects.select_related("identity"), key=self.kwargs["key"])
        scan.identity = self.found(scan.identity.key)
        return scan

    @property
    def identity(self) -> Identity:
        return self.record.identity

    def take(self, form: Any) -> dict:
        leaves = opening.open_scan(self.request.user, self.record, form.cleaned_data["why"])
        return {"name": name_of(self.record), "leaves": [b64encode(leaf).decode() for leaf in leaves]}


def facts(who: Particulars) -> list[dict]:
    return [{"label": LABELS[name], "value": getattr(who, name), "wide": True} for name in SHOWN]


def letters(identity: Identity) -> list[dict]:
    """Each with what its form sends."""
    return [{"scan": scan, "name": name_of(scan), "once": token()} for scan in identity.scans.all()]


def name_of(scan: Scan) -> str:
    try:
        return scans.named(scan)[0]
    except cipher.Unreadable:
        return "（打不开的扫描件）"
