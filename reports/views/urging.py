from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views import View

from bureau.press.printing import PressProblem, pdf_of
from bureau.urging.models import Urging
from reports.prints.urging import urging_sheet
from reports.views.page import inline


class PrintedUrging(View):
    """催办单, 督办函, 红牌, to whoever sees the paper."""

    def get(self, request, pk):
        paper = get_object_or_404(Urging.objects.visible_to(request.user).with_all(), pk=pk)
        try:
            return inline(pdf_of(urging_sheet(paper)), f"{paper.get_kind_display()}{paper.number}.pdf")
        except PressProblem as problem:
            messages.error(request, str(problem))
            return redirect(paper)
