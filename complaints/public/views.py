"""The pages without an account. They know no session and nobody; the code stands in the form, never in an address."""

from contextlib import suppress
from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.pages.nobody import Nobodys
from bureau.pages.once import LATELY, Twice, key_of_form, once, token
from bureau.vault.marks import by_code, code_of, new_code
from complaints import actions
from complaints.actions import Told
from complaints.models import Complaint
from complaints.public import finding, limiting
from complaints.public.forms import AddForm, CodeForm, ReportForm, SayForm
from complaints.public.progress import PHASES, Progress

SENT = "这份投诉已经收到，没有重复登记。查询码只在提交时显示；丢了的不能找回，可以打开新的一页重新投诉。"
UNKNOWN = "没有这个查询码。请核对16位数字；查询码丢了不能找回，可以重新投诉。"
SENT_HERE: dict[str, type[forms.Form]] = {"add": AddForm, "say": SayForm}
VERBS: dict[str, Any] = {"add": actions.add, "say": actions.say}
SAID = {"add": "已收到您补充的情况。", "say": "已收到您的评价。"}


class Public(Nobodys):
    """Absent unless the bureau opened it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not settings.PUBLIC_COMPLAINTS:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def show(self, status: int = 200, **context: Any) -> HttpResponse:
        return super().show(status, once=token(), **context)


class Report(Public):
    """填写投诉."""

    template_name = "complaints/public/report.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(form=ReportForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            limiting.count(request, limiting.SEND)
        except limiting.TooOften as barred:
            return self.show(429, form=ReportForm(initial=request.POST.dict()), barred=str(barred))
        form = ReportForm(request.POST, request.FILES)
        if not form.is_valid():
            form.drop_evidence()
            return self.show(422, form=form)
        try:
            code = self.receive(form)
        except Barred as barred:
            form.drop_evidence()
            too_often = isinstance(barred, limiting.TooOften)
            return self.show(429 if too_often else 409, form=form, barred=str(barred))
        self.template_name = "complaints/public/code.html"
        return self.show(grouped=grouped(code))

    def receive(self, form: ReportForm) -> str:
        """The code; of a form that was sent twice, or loaded again at once, the same. Raises Barred."""
        key = key_of_form(self.request)
        code = code_of(key) if key else new_code()
        if sent := by_code(code):
            if sent.received_at < timezone.now() - LATELY:
                raise Barred(SENT)
            form.drop_evidence()
            return code
        limiting.count(self.request, limiting.REPORT)
        with suppress(Twice), once(self.request):
            actions.receive(told(form), form.who(), code, form.cleaned_data["evidence"])
        return code


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
        except limiting.TooOften as barred:
            return self.show(429, form=form, barred=str(barred))
        except Barred as barred:
            return self.show(404, form=form, barred=str(barred), word="没有找到")
        if complaint is None:
            return self.show(422, form=form)
        return self.act(form.cleaned_data["code"], complaint)

    def act(self, code: str, complaint: Complaint) -> HttpResponse:
        """What was asked for besides looking, and how it stands then."""
        do = self.request.POST.get("do", "")
        found: dict[str, Any] = {
            name: kind(self.request.POST if do == name else None) for name, kind in SENT_HERE.items()
        }
        said = self.take(do, found[do], complaint) if do in found and found[do].is_valid() else ""
        refused = "" if said or do not in found else "；".join(found[do].non_field_errors())
        if said:
            found[do] = SENT_HERE[do]()
        complaint = finding.anew(complaint.pk)
        shown: dict[str, Any] = {"progress": Progress.of(complaint), "phases": PHASES}
        typed = found[do].cleaned_data.get("text") or found[do].cleaned_data.get("words") if refused else ""
        return self.show(form=None, **found, **shown, code=code, said=said, barred=refused, typed=typed)

    def take(self, do: str, form: forms.Form, complaint: Complaint) -> str:
        """What to say of it; empty where it was refused."""
        try:
            with suppress(Twice), once(self.request):
                VERBS[do](complaint, **form.cleaned_data)
        except Barred as barred:
            refuse(form, barred)
            return ""
        return SAID[do]


def refuse(form: forms.Form, barred: Barred) -> None:
    form.add_error(barred.field if barred.field in form.fields else None, str(barred))


def found(form: CodeForm) -> Complaint | None:
    """Whose code it is; None where none was typed. Raises Barred where it is nobody's."""
    if not form.is_valid():
        return None
    complaint = finding.by_code(form.cleaned_data["code"])
    if complaint is None:
        raise Barred(UNKNOWN)
    return complaint
