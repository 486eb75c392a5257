"""The pages without an account. They know no session and nobody; the code stands in the form, never in an address."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views import View

from bureau.jobs.barred import Barred
from complaints import actions
from complaints.actions import Told
from complaints.models import Complaint
from complaints.public import limiting
from complaints.public.finding import anew, by_code
from complaints.public.forms import AddForm, CodeForm, ReportForm, SayForm
from complaints.public.progress import PHASES, Progress

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",  # with none at all browsers hide where a form comes from, and it is refused
    "X-Robots-Tag": "noindex, noarchive",
}
UNKNOWN = "没有这个查询码。请核对16位数字；查询码丢了不能找回，可以重新投诉。"


@method_decorator(login_not_required, name="dispatch")
class Public(View):
    """Absent unless the bureau opened it."""

    template_name = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not settings.PUBLIC_COMPLAINTS:
            raise Http404
        response = super().dispatch(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response[name] = value
        return response

    def show(self, status: int = 200, **context: Any) -> HttpResponse:
        context |= {"bureau": settings.BUREAU_NAME}
        return render(self.request, self.template_name, context, status=status)


class Report(Public):
    """填写投诉."""

    template_name = "complaints/public/report.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(form=ReportForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            limiting.count(request, limiting.REPORT)
        except Barred as barred:
            return self.show(429, form=ReportForm(request.POST, request.FILES), barred=str(barred))
        form = ReportForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(422, form=form)
        try:
            code = actions.receive(told(form), form.who(), form.cleaned_data["evidence"])
        except Barred as barred:
            return self.show(409, form=form, barred=str(barred))
        return render(
            request,
            "complaints/public/code.html",
            {"bureau": settings.BUREAU_NAME, "code": code, "grouped": grouped(code)},
        )


def told(form: Any) -> Told:
    names = (
        "cause",
        "facts",
        "respondent_words",
        "place",
        "happened",
        "demand",
        "complainant",
        "identity_mode",
    )
    return Told(**{name: form.cleaned_data[name] for name in names})


def grouped(code: str) -> str:
    """「1234 5678 9012 3456」, as it is written down."""
    return " ".join(code[place : place + 4] for place in range(0, len(code), 4))


class Look(Public):
    """凭查询码查看, 补充, 评价: each post carries the code once more."""

    template_name = "complaints/public/look.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(form=CodeForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = CodeForm(request.POST)
        try:
            limiting.count(request, limiting.LOOKUP)
            complaint = found(form)
        except Barred as barred:
            return self.show(429 if str(barred) == limiting.TOO_OFTEN else 404, form=form, barred=str(barred))
        if complaint is None:
            return self.show(422, form=form)
        return self.act(form.cleaned_data["code"], complaint)

    def act(self, code: str, complaint: Complaint) -> HttpResponse:
        """What was asked for besides looking, and how it stands then."""
        do, said = self.request.POST.get("do", ""), ""
        add = AddForm(self.request.POST if do == "add" else None)
        say = SayForm(self.request.POST if do == "say" else None)
        try:
            with transaction.atomic():
                if do == "add" and add.is_valid():
                    actions.add(complaint, add.cleaned_data["text"])
                    add, said = AddForm(), "已收到您补充的情况。"
                if do == "say" and say.is_valid():
                    actions.say(complaint, **say.cleaned_data)
                    said = "已收到您的评价。"
        except Barred as barred:
            refuse(add if do == "add" else say, barred)
        complaint = anew(complaint.pk)
        shown: dict[str, Any] = {
            "progress": Progress.of(complaint),
            "phases": PHASES,
            "code": code,
            "said": said,
        }
        return self.show(form=None, add=add, say=say, **shown)


def refuse(form: forms.Form, barred: Barred) -> None:
    form.add_error(barred.field if barred.field in form.fields else None, str(barred))


def found(form: CodeForm) -> Complaint | None:
    """Whose code it is; None where none was typed. Raises Barred where it is nobody's."""
    if not form.is_valid():
        return None
    complaint = by_code(form.cleaned_data["code"])
    if complaint is None:
        raise Barred(UNKNOWN)
    return complaint
