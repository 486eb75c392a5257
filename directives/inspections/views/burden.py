from typing import Any

from django.utils import timezone
from django.views.generic import TemplateView

from bureau.org.request import Request
from directives.inspections.burden import burdens
from directives.inspections.views.desk_only import DeskOnly

YEARS = range(2000, 2100)


class BurdenPage(DeskOnly, TemplateView):
    """督查频次 of a year."""

    request: Request
    template_name = "inspections/burden.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked, this = self.request.GET.get("year", ""), timezone.localdate().year
        year = int(asked) if asked.isdecimal() and int(asked) in YEARS else this
        return super().get_context_data(
            **kwargs, year=year, rows=burdens(self.request.user, year), months=range(1, 13)
        )
