"""领导驾驶舱: one page of a leader, for them and for who acts in their name."""

from django.http import Http404
from django.utils import timezone
from django.views.generic import TemplateView

from bureau.leading import waiting
from bureau.leading.cockpit.about import about
from bureau.leading.cockpit.cases import cases
from bureau.leading.cockpit.lagging import lagging
from bureau.leading.cockpit.ordered import ordered
from bureau.leading.cockpit.scope import Scope
from bureau.leading.cockpit.scores import scores
from bureau.leading.views.for_leaders import ForLeaders
from bureau.matters.counting.readers import sees_figures
from bureau.matters.deadlines.lights import Lights
from bureau.org.posts import Function
from bureau.pages import period


class Cockpit(ForLeaders, TemplateView):
    """Whoever is not shown the figures of the ledgers is not shown these."""

    template_name = "leading/cockpit.html"
    http_method_names = ("get", "head", "options")

    def dispatch(self, request, *args, **kwargs):
        if not sees_figures(self.request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        lights = Lights()
        year = period.of(timezone.localdate(lights.now).year)
        scope = Scope(self.request.user, self.actor, lights, year)
        accused, accused_by_unit = about(scope) if scope.has(Function.COMPLAINTS) else ([], [])
        return super().get_context_data(
            period=year,
            waits=[one for one in waiting.counts(self.actor) if one[1]],
            ordered=ordered(scope),
            lagging=lagging(scope),
            accused=accused,
            accused_by_unit=accused_by_unit,
            cases=cases(scope) if scope.has(Function.ACCOUNTABILITY) else [],
            scores=scores(scope) if scope.has(Function.APPRAISAL) else None,
            **self.frame(),
            **kwargs,
        )
