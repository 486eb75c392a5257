"""历年考核, of a unit and of a cadre."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.generic import TemplateView

from appraisal.cadres import states
from appraisal.cadres.models import Merit
from appraisal.cadres.policy import reads_cadres
from appraisal.cadres.years import indicators, with_happenings, years
from bureau.matters import standing
from bureau.org.models import Unit
from bureau.org.names import has_register, look, named_to
from bureau.org.request import Request

PLACE = "appraisal:list"


class OfUnit(TemplateView):
    """For who reads the unit's part in any period; its own people read what was told them."""

    request: Request
    template_name = "merits/unit_years.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        unit = get_object_or_404(Unit, pk=self.kwargs["pk"])
        found = years(self.request.user, unit)
        if not found:
            raise Http404
        self.request.place = PLACE
        with_happenings(self.request.user, found)
        return super().get_context_data(
            **kwargs, unit=unit, years=found, told=[one for one in found if one.line], rows=indicators(found)
        )


class OfCadre(TemplateView):
    """Inside the rights of 干部名册: who reads more names than their own. Others than the two desks and the leader of all units read
    what was approved."""

    request: Request
    template_name = "merits/cadre_years.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        if not has_register(person):
            raise Http404
        cadre = get_object_or_404(named_to(person), pk=self.kwargs["pk"])
        merits = Merit.objects.filter(cadre=cadre)
        if not reads_cadres(person):
            merits = merits.filter(review__state__in=states.DECIDED)
        found = list(
            merits.select_related("review__period__matter", "position__unit")
            .prefetch_related("uses")
            .order_by("-review__period__begins_on", "-review__period__ends_on")
        )
        today = timezone.localdate()
        return super().get_context_data(
            **kwargs,
            cadre=cadre,
            name=look(person, [cadre], f"{cadre}历年考核").get(cadre.pk, ""),
            merits=found,
            opens=reads_cadres(person),
            weighs=standing.weighs([cadre.pk], today, today).get(cadre.pk, []),
        )
