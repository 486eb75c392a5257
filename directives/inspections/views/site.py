"""现场: one target on a telephone. What is typed here works without scripts; with them it is kept on the telephone until it
was sent (static/js/queue.js), by the same addresses."""

from functools import cached_property
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.views import View
from django.views.generic import TemplateView

from bureau.jobs.barred import Barred
from bureau.matters import panels, policy
from bureau.org.request import Request
from bureau.pages.bundles import source
from directives.inspections import actions, flow
from directives.inspections.forms import FindingForm, OnSiteForm, SignatureForm
from directives.inspections.models import Finding, Target
from directives.inspections.targets import checklist, findings_of, seen


class SitePage(TemplateView):
    """现场记录 of one target: the checklist, what was written down, and the two forms."""

    request: Request
    template_name = "inspections/site.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        target = get_object_or_404(seen(person), pk=self.kwargs["pk"])
        found = findings_of(target)
        self.request.place = "inspections:list"
        return super().get_context_data(
            **kwargs,
            target=target,
            matter=target.matter,
            checklist=checklist(target, found),
            signatures=target.signatures.prefetch_related("entry__attachments"),
            may_record=policy.may(person, flow.RECORD, target),
            may_supervise=policy.may(person, flow.SUPERVISE, target),
            may_verify=policy.may(person, flow.VERIFY, target),
            finding_form=FindingForm(target=target, person=person, initial={"key": uuid4()}),
            signature_form=SignatureForm(person=person, initial={"key": uuid4()}),
            panels_aside=panels.panels(panels.NOTED, person, noted(target, found)),
            others=target.inspection.targets.exclude(pk=target.pk).select_related("assignment__unit"),
        )


def noted(target: Target, found: list[Finding]) -> panels.Noted:
    """The problems of this target, for what may follow from them elsewhere."""
    problems = [one.told for one in found if one.kind == Finding.Kind.PROBLEM]
    words = f"{target.unit.short}：{'；'.join(problems)}" if problems else target.unit.short
    return panels.Noted("inspections", target.matter.number or "", words, target.matter)


class Sent(View):
    """What was typed on site, sent: by a form of its own page, or by the queue on the telephone, which asks for JSON. By its key it
    counts once, so it asks for no token of the form. `named`: that form, in the page's context."""

    request: Request
    named = ""

    @cached_property
    def record(self) -> Target:
        return get_object_or_404(seen(self.request.user), pk=self.kwargs["pk"])

    def form(self, *posted: Any) -> OnSiteForm:
        raise NotImplementedError

    def verb(self, form: OnSiteForm) -> Any:
        raise NotImplementedError

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(self.record)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        target = self.record
        form = self.form(request.POST, request.FILES)
        if not form.is_valid():
            return self.answer(False, "；".join(named_errors(form)), form)
        try:
            self.verb(form)
        except Barred as barred:
            return self.answer(False, str(barred), form)
        return self.answer(True, f"已记录（{target.unit.short}）。", form)

    def answer(self, taken: bool, words: str, form: OnSiteForm) -> HttpResponse:
        if "application/json" in self.request.headers.get("Accept", ""):
            return JsonResponse({"taken": taken, "words": words}, status=200 if taken else 409)
        if taken:
            messages.success(self.request, words)
            return redirect(self.record)
        return self.shown_again(form, words)

    def shown_again(self, form: OnSiteForm, words: str) -> HttpResponse:
        """What was typed stands where it was typed."""
        page = SitePage()
        page.setup(self.request, **self.kwargs)
        context = page.get_context_data()
        messages.error(self.request, words)
        return page.render_to_response(context | {self.named: form}, status=409)


def named_errors(form: OnSiteForm) -> list[str]:
    """Each with the field that it is about: on the telephone it stands beside none."""
    rows = [(str(form.fields[name].label), str(said)) for name, told in form.errors.items() for said in told]
    return [said if label in said else f"“{label}”：{said}" for label, said in rows]


class SendFinding(Sent):
    named = "finding_form"

    def form(self, *posted: Any) -> FindingForm:
        return FindingForm(*posted, target=self.record, person=self.request.user)

    def verb(self, form: OnSiteForm) -> Any:
        return actions.record(self.request.user, self.record, **form.cleaned_data)


class SendSignature(Sent):
    named = "signature_form"

    def form(self, *posted: Any) -> SignatureForm:
        return SignatureForm(*posted, person=self.request.user)

    def verb(self, form: OnSiteForm) -> Any:
        return actions.sign_record(self.request.user, self.record, **form.cleaned_data)


class Worker(View):
    """The service worker of the pages below this room's address: from here it reaches them all."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return HttpResponse(source("js/worker.js"), content_type="text/javascript; charset=utf-8")
