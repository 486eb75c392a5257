"""问责统计 of a period, each figure leading to the list that adds up to it."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Min
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView

from accountability.counting import GROUPS, TOLD, Counting, Line
from accountability.figures import Figure
from accountability.models import Case
from accountability.sheet import NOTES, FiguresSheet, figures_sheet
from bureau.matters.views.counted import Counted
from bureau.matters.views.on_paper import printed
from bureau.org.models import Person
from bureau.org.posts import Function
from bureau.org.request import Request
from bureau.pages import export
from bureau.pages.period import Period, PeriodForm, of


class Figures(Counted, TemplateView):
    """For the desk of accountability and the county leaders; each counts what they see."""

    request: Request

    function = Function.ACCOUNTABILITY
    template_name = "accountability/figures.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        person = self.request.user
        form = PeriodForm(request.GET or None, since=first_year(person))
        counting = Counting(Case.objects.visible_to(person), form.period)
        name = f"问责统计（{form.period.words}）"
        if request.GET.get("export") == "xlsx":
            return export.download(HttpResponse, FiguresSheet(counting), name)
        if request.GET.get("print"):
            return printed(request, figures_sheet(counting), f"{name}.pdf", request.path)
        return self.render_to_response(self.get_context_data(form=form, **shown(counting)))


def first_year(person: Person) -> int:
    """The year of the first clue this person sees."""
    first = Case.objects.visible_to(person).order_by().aggregate(at=Min("received_on"))["at"]
    return first.year if first else timezone.localdate().year


def shown(counting: Counting) -> dict[str, Any]:
    total = counting.total
    tables = [(group, head, counting.lines(group)) for group, head in GROUPS.items()]
    return {
        "period": counting.period,
        "total": [(Figure(name).label, total[name], ledger(counting, name)) for name in Figure.values],
        "heads": [name.label for name in TOLD],
        "tables": [
            {"head": head, "lines": [linked(counting, group, line) for line in lines]}
            for group, head, lines in tables
            if lines
        ],
        "notes": NOTES.splitlines(),
    }


def linked(counting: Counting, group: str, line: Line) -> dict[str, Any]:
    """A line with the address of the ledger behind each of its figures."""
    asks = {group: line.label if group == "unit" else line.key}
    if group == "month":
        asks = days_of(line.key, counting.period)
    cells = [
        (name.label, count, ledger(counting, name, asks) if count is not None else "")
        for name in TOLD
        for count in [line.counts.get(name)]
    ]
    return {"label": line.label, "cells": cells}


def days_of(month: str, period: Period) -> dict[str, str]:
    """The days of 「2026-11」 that lie in the period."""
    year, number = month.split("-")
    whole = of(int(year), number.lstrip("0"))
    return {"since": f"{max(whole.start, period.start)}", "until": f"{min(whole.end, period.end)}"}


def ledger(counting: Counting, figure: str, asks: dict[str, str] | None = None) -> str:
    days = {"since": f"{counting.period.start}", "until": f"{counting.period.end}", "figure": figure}
    return f"{reverse('accountability:list')}?{urlencode({**days, **(asks or {})})}"
