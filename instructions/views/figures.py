"""统计: instructions of a period by leader, level, unit and month, each figure leading to the ledger that adds up to it."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Min
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView

from bureau.matters.deadlines.lights import Lights
from bureau.matters.views.counted import Counted as AnyCounted
from bureau.org.models import Person
from bureau.org.posts import Function
from bureau.org.request import Request
from bureau.pages import export
from bureau.pages.period import PeriodForm
from instructions.counting import Counting, asked_days
from instructions.figures import UNITS, told_of
from instructions.models import Instruction
from instructions.sheet import FiguresSheet


class Counted(AnyCounted):
    """Pages for the desk of instructions and the county leaders."""

    function = Function.INSTRUCTIONS


class Figures(Counted, TemplateView):
    request: Request
    template_name = "instructions/figures.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        form = PeriodForm(request.GET or None, since=first_year(self.request.user))
        counting = Counting(request.user, form.period, Lights())
        if request.GET.get("export") == "xlsx":
            sheet = FiguresSheet(counting)
            return export.download(HttpResponse, sheet, f"领导批示件统计（{form.period.words}）")
        return self.render_to_response(self.get_context_data(form=form, **shown(counting)))


def first_year(person: Person) -> int:
    """The year of the first instruction this person sees."""
    seen = Instruction.objects.visible_to(person).order_by().aggregate(at=Min("matter__registered_at"))
    return timezone.localtime(seen["at"]).year


def shown(counting: Counting) -> dict:
    months = counting.months
    tables = [
        ("批示领导", counting.leaders),
        ("批示层级", counting.levels),
        (UNITS, counting.units),
        ("登记月份", months if len(months) > 1 else []),
    ]
    return {
        "period": counting.period,
        "total": linked(counting, "", counting.whole),
        "tables": [
            {
                "head": head,
                "received": head != UNITS,
                "lines": [linked(counting, head, line) for line in lines],
            }
            for head, lines in tables
            if lines
        ],
    }


def linked(counting: Counting, group: str, line: Any) -> dict:
    """A line with the address of the ledger behind each of its figures."""
    ledger, days = reverse("instructions:list"), asked_days(counting.period.start, counting.period.end)
    urls = {name: f"{ledger}?{urlencode({**days, **line.asks, 'figure': name})}" for name in told_of(group)}
    return {"label": line.label, "tally": line.tally, "counts": line.counts, "urls": urls}
