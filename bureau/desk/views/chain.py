"""全链: one page, and one printed sheet, of all that led to a thing and all that came of it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views import View
from django.views.generic import TemplateView

from bureau.desk.chain_sheet import chain_sheet
from bureau.matters.lineage.changing import at_places
from bureau.matters.lineage.nodes import Key
from bureau.matters.lineage.walking import Chain, chain_of
from bureau.matters.views.on_paper import printed
from bureau.org.models import Person
from bureau.org.request import Request


def found(person: Person, kind: str, pk: int) -> Chain:
    """Raises Http404 where the person may not know of it."""
    if person.is_administrator or (chain := chain_of(person, Key(kind, pk))) is None:
        raise Http404
    return chain


class ChainPage(TemplateView):
    request: Request
    template_name = "desk/chain.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        chain = found(person, self.kwargs["kind"], self.kwargs["pk"])
        causes, changed = chain.causes(), at_places(person, [node.key for node in chain.nodes])
        return super().get_context_data(
            **kwargs,
            start=chain.start,
            parts=[
                (part, [(node, causes.get(node.key, []), changed.get(node.key, [])) for node in nodes])
                for part, nodes in chain.parts()
            ],
        )


class PrintedChain(View):
    """一事一档."""

    def get(self, request: HttpRequest, kind: str, pk: int) -> HttpResponse:
        chain = found(request.user, kind, pk)  # type: ignore[arg-type]
        back = reverse("desk:chain", args=[kind, pk])
        changed = at_places(request.user, [node.key for node in chain.nodes])  # type: ignore[arg-type]
        return printed(request, chain_sheet(chain, changed), f"全链-{chain.start.short}.pdf", back)
