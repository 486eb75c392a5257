from django.urls import reverse

from bureau.matters.views.desk_only import BureauOnly
from reports import actions
from reports.models import Bulletin
from reports.views.of_bulletin import OfBulletin


class Correct(BureauOnly, OfBulletin):
    """起草更正, by a button of the issued bulletin's page."""

    http_method_names = ["post"]
    sentence = "已起草更正：写明原文和正确的内容，再送核稿。签发后另编期号。"

    def take(self, form) -> Bulletin:
        return actions.draft_correction(self.request.user, self.record)

    def leads_to(self, correction) -> str:
        return reverse("reports:edit", args=[correction.pk])
