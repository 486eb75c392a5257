"""Papers printed from matters: 督查通知单 and the ledger."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views import View
from django_tables2 import RequestConfig

from bureau.matters.lights import Lights
from directives.filters import DirectiveFilter
from directives.models import Directive
from directives.tables import DirectiveTable
from reports.prints.ledger import MOST_ROWS, ledger_sheet
from reports.prints.notice import notice_sheet
from reports.prints.press import PressProblem, pdf_of
from reports.views.page import inline


class PrintedNotice(View):
    """督查通知单 of a dispatched directive, to whoever sees the matter."""

    def get(self, request, pk):
        found = Directive.objects.visible_to(request.user).select_related("source")
        directive = get_object_or_404(found, pk=pk)
        if not directive.notice_number:
            messages.warning(request, "本事项尚未交办，还没有督查通知单。")
            return redirect(directive)
        try:
            return inline(pdf_of(notice_sheet(directive)), f"督查通知单{directive.notice_number}.pdf")
        except PressProblem as problem:
            messages.error(request, str(problem))
            return redirect(directive)


class PrintedLedger(View):
    """The list as it is filtered and sorted on the screen, on landscape A4."""

    def get(self, request):
        lights = Lights()
        visible = Directive.objects.visible_to(request.user).select_related("source", "matter__officer")
        asked = DirectiveFilter(
            request.GET,
            visible.prefetch_related("matter__assignments__unit"),
            request=request,
            lights=lights,
        )
        if not asked.is_valid():
            return self.back()
        table = DirectiveTable(asked.qs, lights=lights, request=request)
        RequestConfig(request, paginate=False).configure(table)
        if (count := asked.qs.count()) > MOST_ROWS:
            messages.error(request, f"台账有{count}项，一次最多打印{MOST_ROWS}项，请加上查询条件后再打印。")
            return self.back()
        return self.printed(table)

    def printed(self, table):
        try:
            pdf = pdf_of(ledger_sheet(table, timezone.localdate()))
        except PressProblem as problem:
            messages.error(self.request, str(problem))
            return self.back()
        return inline(pdf, f"决策督查台账{timezone.localdate():%Y%m%d}.pdf")

    def back(self):
        """To the list under the same conditions, which says what is wrong with them."""
        return redirect(f"{reverse('directives:list')}?{self.request.GET.urlencode()}")
