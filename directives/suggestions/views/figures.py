"""统计: what was suggested in a period and what became of it, each figure leading to the list that adds up to it."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Min
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView

from bureau.matters.views.counted import Counted
from bureau.matters.views.on_paper import printed
from bureau.org.models import Person
from bureau.org.posts import Function
from bureau.org.request import Request
from bureau.pages import export
from bureau.pages.period import PeriodForm
from directives.suggestions.counting import Counting, Line
from directives.suggestions.figures import Figure
from directives.suggestions.models import Suggestion
from directives.suggestions.prints.figures import figures_sheet
from directives.suggestions.sheet import FiguresSheet


class Figures(Counted, TemplateView):
    """For all desks of the bureau and the county leaders."""

    request: Request

    function = Function.SUGGESTIONS
    template_name = "suggestions/figures.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        person = self.request.user
        form = PeriodForm(request.GET or None, since=first_year(person))
        counting = Counting(Suggestion.objects.visible_to(person), form.period)
        name = f"督查建议采纳统计（{form.period.words}）"
        if request.GET.get("export") == "xlsx":
            return export.download(HttpResponse, FiguresSheet(counting), name)
        if request.GET.get("print"):
            return printed(request, figures_sheet(counting), f"{name}.pdf", request.path)
        return self.render_to_response(self.get_context_data(form=form, **self.shown(counting)))

    def shown(self, counting: Counting) -> dict[str, Any]:
        return {
            "period": counting.period,
            "sits_here": self.request.user.sits_at(self.function),
            "heads": Figure.labels,
            "lines": [linked(counting, line) for line in (*counting.lines, counting.total)],
            "total": counting.total,
        }


def first_year(person: Person) -> int:
    """The year of the first suggestion this person sees."""
    seen = Suggestion.objects.visible_to(person).order_by()
    return timezone.localtime(seen.aggregate(at=Min("matter__opened_at"))["at"]).year


def linked(counting: Counting, line: Line) -> dict:
    """A line with the address of the ledger behind each of its figures."""
    ledger, period = reverse("suggestions:list"), counting.period
    days = {"since": f"{period.start}", "until": f"{period.end}"}
    cells = [
        (figure.label, line.counts[figure], f"{ledger}?{urlencode({**line.asks, **days, 'figure': figure})}")
        for figure in Figure
    ]
    return {"label": line.label, "cells": cells, "taken_up": line.taken_up}
