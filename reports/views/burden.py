"""负担: how often each unit was asked, month by month, for the bureau's leaders (facts §7.2)."""

from collections import Counter, defaultdict

from django import forms
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.generic import TemplateView

from bureau.org.models import Unit
from bureau.org.posts import Post
from bureau.pages import export, period
from bureau.press.typeset.charts import chart_svg, chart_words
from bureau.press.typeset.sheets import Chart, Strand
from reports import burden
from reports.figures.charting import MOST_LABELS
from reports.opening_form import recent_years
from reports.views.figures import WIDTH

MONTHS = range(1, 13)


class YearForm(forms.Form):
    year = forms.TypedChoiceField(label="年度", coerce=int, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = recent_years()


class Burden(TemplateView):
    """What was given out, asked to be answered or reported on, and asked for by a 通报; for everybody else it does not
    exist."""

    template_name = "reports/burden.html"

    http_method_names = ["get", "head", "options"]

    def dispatch(self, request, *args, **kwargs):
        if request.method.lower() in self.http_method_names and not request.user.holds(Post.DIRECTOR):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        form = YearForm(request.GET or None)
        year = form.cleaned_data["year"] if form.is_bound and form.is_valid() else None
        year = year or timezone.localdate().year
        lines = lines_of(year)
        if request.GET.get("export") == "xlsx":
            return export.download(HttpResponse, BurdenSheet(lines), f"基层负担（{year}年）")
        months = [sum(line["months"][place] for line in lines) for place in range(12)]
        most = max((max(line["months"]) for line in lines), default=0)
        context = {
            "form": form,
            "year": year,
            "lines": lines,
            "months": months,
            "sum": sum(months),
            "most": most,
            **drawn(lines),
        }
        return self.render_to_response(self.get_context_data(**context))


def lines_of(year: int) -> list[dict]:
    """A line for each unit that was asked for anything, in the county's order."""
    months, weeks = defaultdict(Counter), defaultdict(Counter)
    for (unit, month, week), times in burden.asked(*period.of(year).moments).items():
        months[unit][month] += times
        weeks[unit][week] += times
    found = []
    for unit in Unit.objects.filter(pk__in=months).order_by("order", "pk"):
        week, busiest = max(weeks[unit.pk].items(), key=lambda one: (one[1], one[0]))
        counts = [months[unit.pk][month] for month in MONTHS]
        found.append({"unit": unit, "months": counts, "total": sum(counts), "busiest": busiest, "week": week})
    return found


def drawn(lines: list[dict]) -> dict:
    """The year of each unit as bars, where there is room for them."""
    if not 1 < len(lines) <= MOST_LABELS:
        return {}
    labels = tuple(line["unit"].short for line in lines)
    chart = Chart("bars", labels, (Strand("全年次数", tuple(line["total"] for line in lines)),), unit="次")
    return {"chart": chart_svg(chart, WIDTH), "chart_words": chart_words(chart)}


class BurdenSheet:
    """What `bureau.pages.export` asks of a table."""

    def __init__(self, lines):
        self.rows = [
            [
                line["unit"].get_unit_class_display(),
                line["unit"].short,
                *line["months"],
                line["total"],
                line["busiest"],
                f"{line['week']}",
            ]
            for line in lines
        ]

    @staticmethod
    def ledger_columns() -> list[tuple[str, str]]:
        months = [(f"month{month}", f"{month}月") for month in MONTHS]
        week = [("busiest", "最多一周（次）"), ("week", "最多一周（周一）")]
        return [("class", "类别"), ("unit", "单位"), *months, ("total", "全年"), *week]

    def ledger_rows(self):
        return iter(self.rows)
