from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views import View

from bureau.matters.views.on_paper import printed
from bureau.org.request import Request
from directives.models import Directive
from directives.prints.notice import notice_sheet


class PrintedNotice(View):
    """督查通知单 of a dispatched directive, to whoever sees the matter."""

    request: Request

    def get(self, request: Request, pk: int) -> HttpResponseBase:
        found = Directive.objects.visible_to(request.user).select_related("source", "goal")
        directive = get_object_or_404(found, pk=pk)
        if not directive.notice_number:
            messages.warning(request, "本事项尚未交办，还没有督查通知单。")
            return redirect(directive)
        name = f"督查通知单{directive.notice_number}.pdf"
        number = directive.matter.number
        return printed(request, notice_sheet(directive), name, directive.get_absolute_url(), number)
