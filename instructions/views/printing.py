"""月度情况 and 年度归档 of leaders' instructions."""

from datetime import date
from typing import Any, cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.generic import TemplateView

from bureau.jobs.work import start, under_way
from bureau.matters.views.on_paper import printed
from bureau.org.models import Person
from bureau.org.request import Request
from bureau.pages import period
from instructions.jobs import ARCHIVE
from instructions.models import Instruction
from instructions.prints.monthly import monthly_sheet
from instructions.views.figures import Counted, first_year


class MonthForm(forms.Form):
    """A month in which something was registered, or this one."""

    month = forms.ChoiceField(label="月份")

    def __init__(self, *args: Any, months: list[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(f"{one:%Y-%m}", f"{one.year}年{one.month}月") for one in months]
        cast(forms.ChoiceField, self.fields["month"]).choices = choices


class Monthly(Counted, TemplateView):
    """Asks for the month; `?month=2026-10` is its sheet."""

    request: Request
    template_name = "instructions/monthly.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = MonthForm(request.GET or None, months=months_of(self.request.user))
        if form.is_bound and form.is_valid():
            return self.printed(*map(int, form.cleaned_data["month"].split("-")))
        return self.render_to_response(self.get_context_data(form=form))

    def printed(self, year: int, month: int) -> HttpResponse:
        asked = period.of(year, str(month))
        sheet = monthly_sheet(self.request.user, asked)
        name = f"领导批示件办理情况（{asked.words}）.pdf"
        return printed(self.request, sheet, name, self.request.path)


def months_of(person: Person) -> list[date]:
    """First days of the months, the latest first."""
    seen = Instruction.objects.visible_to(person).order_by()
    found = {timezone.localdate(at) for at in seen.datetimes("matter__registered_at", "month")}
    return sorted(found | {timezone.localdate().replace(day=1)}, reverse=True)


class YearForm(forms.Form):
    year = forms.TypedChoiceField(label="年度", coerce=int)

    def __init__(self, *args: Any, since: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = range(timezone.localdate().year, since - 1, -1)
        cast(forms.ChoiceField, self.fields["year"]).choices = [(year, f"{year}年") for year in years]


class Archive(Counted, TemplateView):
    """Asks for the year; the worker binds it."""

    request: Request
    template_name = "instructions/archive.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show(YearForm(since=first_year(self.request.user)))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = YearForm(request.POST, since=first_year(self.request.user))
        if not form.is_valid():
            return self.show(form)
        year = form.cleaned_data["year"]
        waiting = under_way(self.request.user, ARCHIVE, year=year)
        words = f"{year}年领导批示件归档"
        return redirect(waiting or start(self.request.user, ARCHIVE, words, url=request.path, year=year))

    def show(self, form: YearForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form))
