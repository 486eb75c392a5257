from django.shortcuts import get_object_or_404

from bureau.pages.form_page import FormPage
from reports.models import Bulletin
from reports.policy import locked


class OfBulletin(FormPage):
    """A form about a bulletin that the person sees."""

    def find(self) -> Bulletin:
        return get_object_or_404(Bulletin.objects.visible_to(self.request.user), pk=self.kwargs["pk"])


class OnBulletin(OfBulletin):
    """A form that holds only for the bulletin as it was read."""

    def version(self) -> int:
        return self.record.version

    def lock(self) -> Bulletin:
        return locked(self.record)
