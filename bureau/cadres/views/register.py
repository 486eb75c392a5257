"""干部名册: the list, and the page of one cadre. Whoever opens them leaves a line."""

from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.generic import TemplateView
from django.views.generic.list import ListView

from bureau.cadres.forms import RegisterFilter
from bureau.matters import panels
from bureau.org.models import Cadre, Position
from bureau.org.names import has_register, keeps_register, look, named_to
from bureau.org.request import Request
from bureau.pages.tables import Pages

PAGE = 25
SHOWN = "cadre"  # the place of panels on a cadre's page


def with_positions(found: QuerySet[Cadre]) -> QuerySet[Cadre]:
    held = Position.objects.select_related("unit").order_by("-since", "pk")
    return found.select_related("person__unit").prefetch_related(Prefetch("positions", held))


class Register(ListView):
    """For who reads more names than their own; for everybody else it does not exist."""

    request: Request
    template_name = "cadres/list.html"
    paginate_by, paginator_class = PAGE, Pages
    context_object_name = "cadres"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if hasattr(self, str(request.method).lower()) and not has_register(self.request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def filter(self) -> RegisterFilter:
        """Who asks nothing sees who serves."""
        return RegisterFilter(self.request.GET or {"status": Cadre.Status.SERVING})

    def get_queryset(self) -> QuerySet[Cadre]:
        asked = self.filter.cleaned_data if self.filter.is_valid() else {}
        found = named_to(self.request.user)
        held = Position.objects.filter(cadre=OuterRef("pk"))
        if status := asked.get("status"):
            found = found.filter(status=status)
        if part := asked.get("part"):
            found = found.filter(Exists(held.filter(part=part, until=None)))
        if words := asked.get("q"):
            of_post = (
                Q(unit__short__icontains=words) | Q(unit__name__icontains=words) | Q(title__icontains=words)
            )
            named = [one.pk for one in found if words in one.name]
            found = found.filter(Q(code__iexact=words) | Q(pk__in=named) | Exists(held.filter(of_post)))
        first = held.filter(Q(until=None) | Q(until__gte=timezone.localdate())).order_by("unit__order", "pk")
        ordered = found.annotate(place=first.values("unit__order")[:1]).order_by("place", "pk")
        return with_positions(ordered)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        names = look(self.request.user, context["cadres"], "干部名册")
        today = timezone.localdate()
        rows = [(one, names.get(one.pk, ""), one.positions_on(today)) for one in context["cadres"]]
        return context | {
            "rows": rows,
            "filter": self.filter,
            "keeps": keeps_register(self.request.user),
        }


class CadrePage(TemplateView):
    """One cadre: every position, and what higher storeys show."""

    request: Request
    template_name = "cadres/page.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        cadre = get_object_or_404(with_positions(named_to(person)), pk=self.kwargs["pk"])
        return super().get_context_data(
            **kwargs,
            cadre=cadre,
            name=look(person, [cadre], f"{cadre}").get(cadre.pk, ""),
            today=timezone.localdate(),
            keeps=keeps_register(person),
            panels=panels.panels(SHOWN, person, cadre),
        )
