from django.shortcuts import get_object_or_404
from django.urls import reverse

from bureau.matters import policy
from bureau.matters.views.desk_only import BureauOnly
from bureau.org.keys import key_of
from reports import actions, flow
from reports.models import Version
from reports.versions import differences
from reports.views.of_bulletin import OnBulletin


class Versions(BureauOnly, OnBulletin):
    """The versions of a bulletin, and what differs between two of them (`?from=&to=`); one may be taken back while it is a
    draft."""

    template_name = "reports/versions.html"

    def context(self, form) -> dict:
        versions = list(self.record.versions.select_related("person"))
        before, now = self.chosen(versions)
        return {
            "bulletin": self.record,
            "versions": versions,
            "before": before,
            "now": now,
            "changes": differences(before.content, now.content) if before and now else [],
            "may_edit": policy.may(self.request.user, flow.EDIT, self.record),
        }

    def chosen(self, versions) -> tuple:
        """The earlier and the later of the two that are asked for; else the last, and the one before it."""
        by_number = {str(version.number): version for version in versions}
        now = by_number.get(self.request.GET.get("to", ""), versions[0] if versions else None)
        usual = next((one for one in versions if now and one.number < now.number), None)
        before = by_number.get(self.request.GET.get("from", ""), usual)
        return (now, before) if before and before.number > now.number else (before, now)

    def take(self, form) -> Version:
        asked = key_of(self.request.POST.get("restore", ""))
        version = get_object_or_404(self.record.versions, number=asked)
        actions.restore(self.request.user, self.record, version)
        return version

    def said(self, version) -> str:
        return f"已恢复第{version.number}版的文字，原来的也留有一版。"

    def leads_to(self, version) -> str:
        return reverse("reports:edit", args=[self.record.pk])

    def home(self) -> str:
        return self.request.get_full_path()
