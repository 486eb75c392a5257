"""建议办理: one page for all that is proposed to this person's desks, sort by sort."""

from itertools import islice
from typing import Any

from django.http import Http404
from django.views.generic import TemplateView

from bureau.matters.proposing import MOST, Proposer, of
from bureau.org.request import Request
from bureau.pages.tables import Pages

A_PAGE = 20  # rows


class Proposals(TemplateView):
    """`?of=`: which sort; the first one where none is asked for. Only that one is looked for."""

    request: Request
    template_name = "desk/proposals.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        if not (sorts := of(person)):
            raise Http404
        shown = self.asked(sorts)
        found = Pages(list(islice(shown.find(person), MOST)), A_PAGE)
        page = found.get_page(self.request.GET.get("page"))
        return super().get_context_data(**kwargs, sorts=sorts, shown=shown, page=page, most=MOST)

    def asked(self, sorts: list[Proposer]) -> Proposer:
        key = self.request.GET.get("of", sorts[0].key)
        found = next((one for one in sorts if one.key == key), None)
        if found is None:
            raise Http404
        return found
