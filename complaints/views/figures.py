"""统计: receptions and complaints of a period, each figure leading to the list that adds up to it."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Min
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView

from bureau.matters.views.counted import Counted as AnyCounted
from bureau.matters.views.on_paper import printed
from bureau.org.models import Person
from bureau.org.posts import Function
from bureau.org.request import Request
from bureau.pages import export
from bureau.pages.period import Period, PeriodForm
from complaints.counting import GROUPS, Counting, Received
from complaints.figures import SHARES, Figure
from complaints.models import Complaint
from complaints.prints.figures import figures_sheet
from complaints.sheet import FiguresSheet

TOLD = (
    Figure.REGISTERED,
    Figure.ACCEPTED,
    Figure.REFUSED,
    Figure.ROUTED,
    Figure.SETTLED,
    Figure.OVERDUE,
    Figure.REPEATED,
)


class Counted(AnyCounted):
    """Pages for the desk of complaints and the county leaders."""

    function = Function.COMPLAINTS


class Figures(Counted, TemplateView):
    request: Request
    template_name = "complaints/figures.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        form = PeriodForm(request.GET or None, since=first_year(self.request.user))
        period = form.period
        counting = Counting(Complaint.objects.visible_to(self.request.user), period, timezone.now())
        name = f"营商环境投诉统计（{period.words}）"
        if request.GET.get("export") == "xlsx":
            return export.download(HttpResponse, FiguresSheet(counting), name)
        received = Received.of(period)
        if request.GET.get("print"):
            return printed(request, figures_sheet(counting, received), f"{name}.pdf", request.path)
        return self.render_to_response(
            self.get_context_data(
                form=form, sits_here=self.request.user.sits_at(self.function), **shown(counting, received)
            )
        )


def first_year(person: Person) -> int:
    """The year of the first complaint this person sees."""
    first = Complaint.objects.visible_to(person).order_by().aggregate(at=Min("received_at"))["at"]
    return timezone.localtime(first).year


def shown(counting: Counting, received: Received) -> dict:
    months = counting.lines("month")
    tables = [
        (
            label,
            months
            if group == "month" and len(months) > 1
            else counting.lines(group)
            if group != "month"
            else [],
        )
        for group, label in GROUPS.items()
    ]
    days = asked_days(counting.period)
    return {
        "period": counting.period,
        "received": received,
        "receptions_url": f"{reverse('complaints:receptions')}?{urlencode(days)}",
        "total": linked(counting, "合计", {}, counting.total),
        "heads": [Figure(name).label for name in TOLD],
        "tables": [
            {"head": head, "lines": [linked(counting, line.label, line.asks, line.tally) for line in lines]}
            for head, lines in tables
            if lines
        ],
    }


def asked_days(period: Period) -> dict[str, str]:
    return {"received_min": f"{period.start}", "received_max": f"{period.end}"}


def linked(counting: Counting, label: str, asks: dict, tally: Any) -> dict:
    """A line with the address of the ledger behind each of its figures."""
    ledger, period = reverse("complaints:list"), counting.period
    days = {"since": f"{period.start}", "until": f"{period.end}"}
    urls = {name: f"{ledger}?{urlencode({**asks, **days, 'figure': name})}" for name in Figure.values}
    cells = [(Figure(name).label, tally.counts[name], urls[name]) for name in TOLD]
    shares = [
        {
            "label": words,
            "base": base,
            "ratio": tally.share(name),
            "part_url": urls[part],
            "whole_url": urls[whole],
        }
        for name, (words, part, whole, base) in SHARES.items()
    ]
    return {"label": label, "tally": tally, "cells": cells, "shares": shares}
