from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views import View

from bureau.jobs.barred import Barred
from bureau.pages.once import Twice, once
from directives.views.desk_only import DeskOnly
from reports import actions
from reports.models import Bulletin


class Correct(DeskOnly, View):
    """起草更正, by a button of the issued bulletin's page."""

    http_method_names = ["post"]

    def post(self, request, pk):
        bulletin = get_object_or_404(Bulletin.objects.visible_to(request.user), pk=pk)
        try:
            with once(request.POST.get("once")):
                correction = actions.draft_correction(request.user, bulletin)
        except Twice:
            return redirect(bulletin)
        except Barred as barred:
            messages.error(request, str(barred))
            return redirect(bulletin)
        messages.success(request, "已起草更正：写明原文和正确的内容，再送核稿。签发后另编期号。")
        return redirect("reports:edit", correction.pk)
