from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import TemplateView

from bureau.jobs.barred import Barred
from bureau.matters import policy
from bureau.matters.seen import check_seen
from bureau.pages.once import Twice, once, token
from directives.views.desk_only import DeskOnly
from reports import actions, flow
from reports.models import Bulletin
from reports.policy import locked
from reports.versions import differences


class Versions(DeskOnly, TemplateView):
    """The versions of a bulletin, and what differs between two of them (`?from=&to=`); one may be taken back while it is a
    draft."""

    template_name = "reports/versions.html"

    def get_context_data(self, **kwargs):
        self.bulletin = self.found()
        versions = list(self.bulletin.versions.select_related("person"))
        before, now = self.chosen(versions)
        return super().get_context_data(
            bulletin=self.bulletin,
            versions=versions,
            before=before,
            now=now,
            changes=differences(before.content, now.content) if before and now else [],
            may_edit=policy.may(self.request.user, flow.EDIT, self.bulletin),
            hidden={"once": token(), "seen": self.bulletin.version},
            **kwargs,
        )

    def chosen(self, versions) -> tuple:
        """The earlier and the later of the two that are asked for; else the last, and the one before it."""
        by_number = {str(version.number): version for version in versions}
        now = by_number.get(self.request.GET.get("to", ""), versions[0] if versions else None)
        usual = next((one for one in versions if now and one.number < now.number), None)
        before = by_number.get(self.request.GET.get("from", ""), usual)
        return (now, before) if before and before.number > now.number else (before, now)

    def found(self) -> Bulletin:
        return get_object_or_404(Bulletin.objects.visible_to(self.request.user), pk=self.kwargs["pk"])

    def post(self, request, pk):
        bulletin, posted = self.found(), request.POST
        key = posted.get("restore", "")
        number = int(key) if key.isdecimal() and len(key) < 9 else 0
        version = get_object_or_404(bulletin.versions, number=number)
        try:
            with once(posted.get("once")):
                check_seen(posted.get("seen"), locked(bulletin).version)
                actions.restore(request.user, bulletin, version)
                messages.success(request, f"已恢复第{version.number}版的文字，原来的也留有一版。")
        except Twice:
            pass
        except Barred as barred:
            messages.error(request, str(barred))
            return redirect(request.get_full_path())
        return redirect("reports:edit", bulletin.pk)
