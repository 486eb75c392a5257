"""统计: all functions of a period, by function, unit, class, source, leader and month; the same drawing as on paper."""

from django import forms
from django.db.models import Min
from django.http import HttpResponse
from django.utils import timezone
from django.views.generic import TemplateView

from bureau.matters.counting.grouping import BY
from bureau.matters.counting.measures import DAYS, MEASURES, SHARES
from bureau.matters.counting.tallies import Counting, in_period
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Matter
from bureau.matters.views.counted import Counted
from bureau.pages import export
from bureau.pages.period import PeriodForm
from bureau.press.typeset.charts import chart_svg, chart_words
from bureau.press.typeset.sheets import Chart, Strand
from reports.figures.charting import MOST_LABELS
from reports.figures.sheet import FiguresSheet

WIDTH = 760  # of the chart, in the units of its drawing
DRAWN = ("registered", "closed", "overdue")


class AskedForm(PeriodForm):
    by = forms.ChoiceField(label="分组", choices=list(BY.items()), required=False)
    unsealed = forms.BooleanField(label="不含限阅", required=False)


class Figures(Counted, TemplateView):
    """For the desk and the county leaders, as far as each sees."""

    template_name = "reports/figures.html"

    def get(self, request):
        form = AskedForm(request.GET or None, since=first_year(request.user))
        given = form.cleaned_data if form.is_bound and form.is_valid() else {}
        unsealed = bool(given.get("unsealed"))
        counting = Counting(in_period(request.user, form.period, sealed=not unsealed), Lights())
        if request.GET.get("export") == "xlsx":
            return export.download(HttpResponse, FiguresSheet(counting), f"督查统计（{form.period.words}）")
        by = given.get("by")
        groups = counting.grouped(by or "function")
        context = {
            "form": form,
            "period": form.period,
            "unsealed": unsealed,
            "by_words": BY[by or "function"],
            "lines": [line(label, tally) for label, tally in groups],
            "total": line("合计", counting.total),
            "heads": [label for name, label in MEASURES.items() if name not in DAYS],
            **drawn(groups),
        }
        return self.render_to_response(self.get_context_data(**context))


def first_year(person) -> int:
    """The year of the first matter this person sees."""
    seen = Matter.objects.visible_to(person).order_by().aggregate(at=Min("registered_at"))
    return timezone.localtime(seen["at"]).year


def line(label: str, tally) -> dict:
    shares = [{"name": SHARES[name][0], "ratio": ratio} for name, ratio in tally.shares.items()]
    return {"label": label, "tally": tally, "shares": shares}


def drawn(groups) -> dict:
    """The chart of a grouping that has room for one, and what it says in words."""
    if not 1 < len(groups) <= MOST_LABELS:
        return {}
    strands = tuple(
        Strand(MEASURES[name], tuple(tally.value(name) for _label, tally in groups), red=name == "overdue")
        for name in DRAWN
    )
    chart = Chart("bars", tuple(label for label, _tally in groups), strands)
    return {"chart": chart_svg(chart, WIDTH), "chart_words": chart_words(chart)}
