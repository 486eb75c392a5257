"""Tables in Excel, out and in: the indicators of a scheme, the values of one indicator, scores, adjustments."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views import View

from appraisal import states
from appraisal.actions import valuing
from appraisal.boxes import boxes_of
from appraisal.forms.tables import IndicatorsForm
from appraisal.grid_table import GridTable, cells_of, kind_of
from appraisal.importing import IndicatorTable, take_in
from appraisal.lines import seen_line, self_reported
from appraisal.models import Appraised, Indicator, Period, Scheme
from appraisal.reading import adjustments_seen, parts_seen, periods_seen, reads_whole, schemes_seen
from appraisal.sheets import AdjustmentTable, ScoreTable, SelfReportTable, UnitScoreTable
from appraisal.views.desk_only import DeskOnly
from appraisal.views.grid import filled_by, may_write, tell_written
from bureau.matters.access.visibility import reads_above
from bureau.notices.admin.entering.page import TableForm, shown
from bureau.org.actor import Actor
from bureau.org.request import Request
from bureau.pages import export


class ImportIndicators(DeskOnly):
    """Looked at first, as if it were entered; entered by the second click, in place of what the draft had."""

    def scheme(self) -> Scheme:
        return get_object_or_404(Scheme, pk=self.kwargs["pk"], state=states.DRAFT)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.shown(self.scheme(), IndicatorsForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        scheme, well = self.scheme(), False
        form = IndicatorsForm(request.POST, request.FILES)
        if form.is_valid() and form.read:
            wanted = "enter" in request.POST and not request.FILES
            told = take_in(self.request.user, scheme, form.read, rehearsing=not wanted)
            well = told.indicators > 0
            if well and wanted:
                messages.success(request, f"已录入{told.indicators}项指标。")
                return redirect(scheme)
        return self.shown(scheme, form, well=well, **(shown(form.read) if form.read else {}))

    def shown(self, scheme: Scheme, form: IndicatorsForm, **more: Any) -> HttpResponse:
        self.request.place = "appraisal:schemes"
        context = {"scheme": scheme, "form": form, **more}
        return render(self.request, "appraisal/import_indicators.html", context)


class ExportIndicators(View):
    request: Request

    def get(self, request: Request, pk: int) -> HttpResponse:
        scheme = get_object_or_404(schemes_seen(request.user), pk=pk)
        return export.download(HttpResponse, IndicatorTable(scheme), f"{scheme}指标表")


class OnGrid(View):
    """One indicator of a period, for who fills it."""

    request: Request

    def find(self, pk: int, indicator: int) -> tuple[Period, Indicator]:
        period = get_object_or_404(periods_seen(self.request.user), pk=pk)
        if not may_write(self.request.user, period):
            raise Http404
        one = next((one for one in filled_by(self.request.user, period) if one.pk == indicator), None)
        if one is None:
            raise Http404
        return period, one


class ExportGrid(OnGrid):
    def get(self, request: Request, pk: int, indicator: int) -> HttpResponse:
        period, one = self.find(pk, indicator)
        return export.download(HttpResponse, GridTable(one, boxes_of(period, one)), f"{one.code}{one.name}")


def moment(words: str) -> datetime | None:
    """None where nobody looked yet, or it is no moment."""
    try:
        found = parse_datetime(words[:40])
    except ValueError:
        return None
    return found if found and timezone.is_aware(found) else None


class ImportGrid(OnGrid):
    """Looked at first; entered by the second click."""

    def get(self, request: Request, pk: int, indicator: int) -> HttpResponse:
        period, one = self.find(pk, indicator)
        return self.shown(period, one, TableForm(kind_of(one)))

    def post(self, request: Request, pk: int, indicator: int) -> HttpResponse:
        (period, one), well = self.find(pk, indicator), False
        form = TableForm(kind_of(one), request.POST, request.FILES)
        if form.is_valid() and form.read:
            looked_at = moment(request.POST.get("looked_at", ""))
            boxes = boxes_of(period, one)
            cells = cells_of(one, boxes, form.read, looked_at)
            well = bool(cells) and not any(row.problems for row in form.read.rows)
            if well and looked_at and "enter" in request.POST and not request.FILES:
                written = valuing.write_values(Actor.of(request.user), period, cells)
                tell_written(request, written, boxes)
                return redirect("appraisal:grid", period.pk)
        return self.shown(period, one, form, well=well, **(shown(form.read) if form.read else {}))

    def shown(self, period: Period, one: Indicator, form: TableForm, **more: Any) -> HttpResponse:
        self.request.place = "appraisal:list"
        context = {
            "matter": period.matter,
            "indicator": one,
            "form": form,
            "looked_at": timezone.now().isoformat(),
            **more,
        }
        return render(self.request, "appraisal/import_grid.html", context)


class ExportScores(View):
    """As `results.Results` shows them, for the same readers."""

    request: Request

    def get(self, request: Request, pk: int) -> HttpResponse:
        period = get_object_or_404(periods_seen(request.user), pk=pk)
        if not (reads_whole(request.user, period) or period.state in states.FROZEN):
            raise Http404
        opened = set(parts_seen(request.user).filter(period=period).values_list("pk", flat=True))
        return export.download(HttpResponse, ScoreTable(period, opened), f"{period.words}考核得分")


class ExportAdjustments(View):
    request: Request

    def get(self, request: Request, pk: int) -> HttpResponse:
        period = get_object_or_404(periods_seen(request.user), pk=pk)
        found = list(adjustments_seen(request.user).filter(appraised__period=period))
        return export.download(HttpResponse, AdjustmentTable(found), f"{period.words}加减分登记表")


class OfUnit(View):
    """What is told of one unit, for who reads its page."""

    request: Request

    def part(self, pk: int) -> Appraised:
        return get_object_or_404(parts_seen(self.request.user), pk=pk)


class ExportUnitScores(OfUnit):
    """评分表, once its reader may know the score."""

    def get(self, request: Request, pk: int) -> HttpResponse:
        part = self.part(pk)
        line = seen_line(part, reads_above(request.user, part.matter)).line
        if line is None:
            raise Http404
        return export.download(HttpResponse, UnitScoreTable(line), f"{part}评分表")


class ExportSelfReport(OfUnit):
    """自评表."""

    def get(self, request: Request, pk: int) -> HttpResponse:
        part = self.part(pk)
        return export.download(HttpResponse, SelfReportTable(self_reported(part)), f"{part}自评表")
