from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views import View

from bureau.matters.access.visibility import where_reads_above
from bureau.matters.views.on_paper import printed
from bureau.org.request import Request
from directives.inspections.models import Inspection
from directives.inspections.prints import letters, records
from directives.inspections.targets import seen


class PrintedPlan(View):
    """督查方案, to who reads above units."""

    request: Request

    def get(self, request: Request, pk: int) -> HttpResponse:
        found = Inspection.objects.visible_to(request.user).filter(where_reads_above(request.user, "matter"))
        joined = found.select_related("matter__officer__unit", "head__unit", "approver__unit")
        one = get_object_or_404(joined.prefetch_related("members__unit", "items"), pk=pk)
        number = one.matter.number or "未编号"
        return printed(request, records.plan(one), f"督查方案{number}.pdf", one.get_absolute_url(), number)


class PrintedRecord(View):
    """督查底稿 of one target."""

    request: Request

    def get(self, request: Request, pk: int) -> HttpResponse:
        target = get_object_or_404(seen(request.user), pk=pk)
        number = target.matter.number or "未编号"
        name = f"督查底稿{number}{target.unit.short}.pdf"
        return printed(request, records.record(target), name, target.get_absolute_url(), number)


class PrintedDraft(View):
    """督查结论 as it would be signed: for whoever checks it before."""

    request: Request

    def get(self, request: Request, pk: int) -> HttpResponse:
        target = get_object_or_404(seen(request.user).exclude(facts=""), pk=pk)
        sheet = letters.conclusion(target, "（送审稿）")
        return printed(request, sheet, f"督查结论送审稿{target.unit.short}.pdf", target.get_absolute_url())
