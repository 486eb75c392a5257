"""等次审批表, 结果运用建议书: set when they are asked for, with names, so that each look leaves a line."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from appraisal.cadres.marking import with_stints
from appraisal.cadres.prints import approval_form, proposal
from appraisal.cadres.reading import reviews_seen, uses_seen
from appraisal.cadres.tables import Roll, UseTable
from appraisal.cadres.views.entitled import Entitled
from bureau.matters.views.on_paper import printed
from bureau.org.names import look
from bureau.org.request import Request
from bureau.pages import export


class ApprovalForm(Entitled):
    def get(self, request: Request, pk: int) -> HttpResponse:
        review = get_object_or_404(reviews_seen(request.user), period=pk)
        merits = list(with_stints(review.merits))
        names = look(request.user, [one.cadre for one in merits], f"{review}等次审批表")
        sheet = approval_form(review, merits, names, review.councils.last())
        return printed(request, sheet, f"{review}等次审批表.pdf", review.get_absolute_url())


class ExportRoll(Entitled):
    """名单和等次 in Excel, by unit and post alone."""

    def get(self, request: Request, pk: int) -> HttpResponse:
        review = get_object_or_404(reviews_seen(request.user), period=pk)
        merits = list(with_stints(review.merits).prefetch_related("uses"))
        return export.download(HttpResponse, Roll(merits), f"{review}名单和等次")


class ExportUses(Entitled):
    """结果运用 of a period in Excel."""

    def get(self, request: Request, pk: int) -> HttpResponse:
        review = get_object_or_404(reviews_seen(request.user), period=pk)
        found = list(uses_seen(request.user).filter(merit__review=review).order_by("pk"))
        return export.download(HttpResponse, UseTable(found), f"{review}结果运用")


class UsePaper(Entitled):
    """Once it was sent."""

    def get(self, request: Request, pk: int) -> HttpResponse:
        use = get_object_or_404(uses_seen(request.user).exclude(number=""), pk=pk)
        names = look(request.user, [use.merit.cadre], f"结果运用建议书{use.number}")
        if not names:
            raise Http404
        sheet = proposal(use, names[use.merit.cadre_id])
        return printed(request, sheet, f"结果运用建议书{use.number}.pdf", use.get_absolute_url(), use.number)
