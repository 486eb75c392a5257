"""回复意见: the list, what a letter asks about, the answer as it would be and as it was signed."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from django.views.generic.list import ListView

from accountability.clearing import Against, Letter, against, draft, read, read_by, sign
from accountability.models import Clearance
from accountability.views.desk_only import DeskOnly
from bureau.files.sending import send
from bureau.matters.policy import No, Verdict, Yes
from bureau.org.names import look
from bureau.org.noting import note
from bureau.org.posts import Post
from bureau.org.request import Request
from bureau.pages.fields import DateField, Words, words
from bureau.pages.form_page import FormPage
from bureau.pages.tables import Pages


class LetterForm(forms.Form):
    """来函."""

    organ = Words(label="来函机关", max_length=Clearance.LENGTHS["organ"], initial="县委组织部")
    letter = Words(label="来函文号", max_length=Clearance.LENGTHS["letter"], required=False)
    received_on = DateField(label="来函日期")
    as_of = DateField(label="截至日期", help_text="按这一天的情况答复。")
    purpose = Words(label="事由", max_length=Clearance.LENGTHS["purpose"], help_text="如：拟提拔人选考察。")
    names = words(
        "人员",
        8000,
        6,
        help_text="一行一人：姓名；同名的写“姓名，单位”，也可以写干部编号。不保存，只对照名册。",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["names"].widget.attrs["autocomplete"] = "off"
        for name in ("received_on", "as_of"):
            self.fields[name].initial = timezone.localdate

    def given(self) -> Letter:
        names = ("organ", "letter", "received_on", "as_of", "purpose")
        return Letter(**{name: self.cleaned_data[name] for name in names})


class Clearances(DeskOnly, ListView):
    request: Request
    template_name = "accountability/clearances.html"
    paginate_by, paginator_class = 25, Pages

    def get_queryset(self) -> QuerySet[Clearance]:
        return read_by(self.request.user).select_related("drafted_by__unit", "signed_by__unit")


class NewClearance(DeskOnly, FormPage):
    template_name = "accountability/clearance_form.html"
    form_class = LetterForm
    sentence = "已登记来函，请局领导签发回复意见。"
    asks_again = False  # names are kept nowhere, not as a digest either

    def take(self, form: Any) -> Clearance:
        return draft(self.request.user, form.given(), read(form.cleaned_data["names"]))

    def leads_to(self, done: Clearance) -> str:
        return done.get_absolute_url()

    def home(self) -> str:
        return reverse("accountability:clearances")

    def place(self) -> str:
        return "accountability:clearances"


class ClearancePage(DeskOnly, TemplateView):
    """The answer person by person: as it stands on that day, or as it was signed."""

    request: Request
    template_name = "accountability/clearance.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        one = get_object_or_404(read_by(self.request.user), pk=self.kwargs["pk"])
        asked = list(one.asked.select_related("position__unit", "position__cadre"))
        names = look(
            self.request.user, [each.position.cadre for each in asked], f"回复意见{one.number or ''}"
        )
        signed = one.state == Clearance.State.SIGNED
        rows = [
            (
                each,
                names.get(each.position.cadre_id, ""),
                Against(tuple(each.effects), tuple(each.cases))
                if signed
                else against(each.position.cadre, one.as_of),
            )
            for each in asked
        ]
        self.request.place = "accountability:clearances"
        may = (
            not signed
            and self.request.user.holds(Post.DIRECTOR)
            and one.drafted_by_id != self.request.user.pk
        )
        return super().get_context_data(**kwargs, clearance=one, rows=rows, may_sign=may)


class Sign(DeskOnly, FormPage):
    """签发, by a click on its page."""

    template_name = "accountability/clearance_form.html"
    sentence = "已签发。"

    def find(self) -> Clearance:
        return get_object_or_404(read_by(self.request.user), pk=self.kwargs["pk"])

    def may(self) -> Verdict:
        return Yes() if self.request.user.holds(Post.DIRECTOR) else No("回复意见由局领导签发。")

    def version(self) -> object:
        return self.record.version

    def take(self, form: Any) -> Clearance:
        return sign(self.request.user, self.record)

    def place(self) -> str:
        return "accountability:clearances"


class ClearanceFile(DeskOnly):
    """The letter as it was signed; a line says who took it."""

    def get(self, request: Request, pk: int) -> HttpResponseBase:
        one = get_object_or_404(read_by(request.user), state=Clearance.State.SIGNED, pk=pk)
        note(request.user, f"下载回复意见{one.number}，含干部姓名")
        return send(request, one.sha256, f"回复意见{one.number}.pdf", back=one, about=one.about)
