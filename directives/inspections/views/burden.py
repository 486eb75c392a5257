from typing import Any

from django.utils import timezone
from django.views.generic import TemplateView

from bureau.org.keys import key_of
from bureau.org.request import Request
from directives.inspections.burden import burdens
from directives.inspections.views.desk_only import DeskOnly

YEARS = range(2000, 2100)


class BurdenPage(DeskOnly, TemplateView):
    """督查频次 of a year."""

    request: Request
    template_name = "inspections/burden.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = key_of(self.request.GET.get("year", ""))
        year = asked if asked in YEARS else timezone.localdate().year
        return super().get_context_data(
            **kwargs, year=year, rows=burdens(self.request.user, year), months=range(1, 13)
        )
