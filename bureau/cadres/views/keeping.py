"""The register is entered and mended."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views import View

from bureau.cadres import keeping
from bureau.cadres.forms import CadreForm, EndForm, HeldForm, LeaveForm, MendForm
from bureau.cadres.importing import CADRES, take_in
from bureau.notices.admin.entering.page import TableForm, shown
from bureau.org.models import Cadre, Position
from bureau.org.names import keeps_register
from bureau.org.request import Request
from bureau.pages.form_page import FormPage


class KeepersOnly(View):
    """For the desks that keep the register; for everybody else these pages do not exist."""

    request: Request

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if hasattr(self, str(request.method).lower()) and not keeps_register(self.request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class CadreForms(KeepersOnly, FormPage):
    """A form of the register."""

    template_name = "cadres/form.html"
    heading = ""

    def home(self) -> Any:
        return self.cadre.get_absolute_url() if self.cadre else reverse("cadres:list")

    def place(self) -> str:
        return "cadres:list"

    @cached_property
    def cadre(self) -> Cadre | None:
        return None

    def context(self, form: Any) -> dict:
        return {"heading": self.heading, "home": self.home(), "cadre": self.cadre}


class New(CadreForms):
    heading, form_class, sentence = "登记干部", CadreForm, "已登记。"

    def take(self, form: Any) -> Cadre:
        given = form.cleaned_data
        return keeping.enter(self.request.user, given["name"], form.held(), given["person"], given["code"])

    def leads_to(self, done: Cadre) -> str:
        return done.get_absolute_url()


class OfCadre(CadreForms):
    """About one cadre; another change since is not written over."""

    def cadres(self) -> QuerySet[Cadre]:
        return Cadre.objects.all()

    def find(self) -> Cadre:
        return get_object_or_404(self.cadres(), pk=self.kwargs["pk"])

    def lock(self) -> Cadre:
        return get_object_or_404(self.cadres().select_for_update(), pk=self.kwargs["pk"])

    def version(self) -> object:
        return self.record.version

    @property
    def cadre(self) -> Cadre:
        return self.record


class Mend(OfCadre):
    heading, sentence = "改正姓名和账号", "已改正。"

    def form(self, *posted: Any) -> MendForm:
        form = MendForm(*posted)
        form.initial = {"name": self.record.name, "person": self.record.person_id}
        return form

    def take(self, form: Any) -> None:
        keeping.mend(self.request.user, self.record, **form.cleaned_data)


class Appoint(OfCadre):
    heading, form_class, sentence = "登记任职", HeldForm, "已登记任职。"

    def take(self, form: Any) -> Position:
        return keeping.appoint(self.request.user, self.record, form.held())


class Leave(OfCadre):
    heading, form_class, sentence = "登记离开", LeaveForm, "已登记。"

    def take(self, form: Any) -> None:
        keeping.leave(self.request.user, self.record, **form.cleaned_data)


class End(OfCadre):
    heading, form_class, sentence = "登记免职", EndForm, "已登记免职。"

    @cached_property
    def position(self) -> Position:
        found = Position.objects.filter(cadre=self.record).select_related("unit", "cadre")
        return get_object_or_404(found, pk=self.kwargs["position"])

    def take(self, form: Any) -> None:
        keeping.end(self.request.user, self.position, **form.cleaned_data)

    def context(self, form: Any) -> dict:
        return super().context(form) | {"about": str(self.position)}


class Several(KeepersOnly):
    """批量录入: looked at first, as if it were entered; entered by the second click."""

    def get(self, request: Request) -> HttpResponse:
        return self.shown(TableForm(CADRES))

    def post(self, request: Request) -> HttpResponse:
        form, well = TableForm(CADRES, request.POST, request.FILES), False
        if form.is_valid() and form.read:
            wanted = "enter" in request.POST and not request.FILES
            told = take_in(request.user, form.read, rehearsing=not wanted)
            well = told.positions > 0
            if well and wanted:
                messages.success(request, f"已录入干部 {told.cadres} 名、任职 {told.positions} 条。")
                return HttpResponseRedirect(reverse("cadres:list"))
        return self.shown(form, well=well, **(shown(form.read) if form.read else {}))

    def shown(self, form: TableForm, **more: Any) -> HttpResponse:
        self.request.place = "cadres:list"
        return render(self.request, "cadres/several.html", {"form": form, **more})
