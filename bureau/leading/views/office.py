"""全局: what the bureau's leaders look at."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.views import View
from django.views.generic import TemplateView

from bureau.leading.office import bottlenecks, trend
from bureau.leading.office.burdened import burdened
from bureau.leading.office.forecast import forecast
from bureau.leading.office.load import loads
from bureau.matters.deadlines.lights import Lights
from bureau.org.models import Regulation
from bureau.org.posts import Post
from bureau.org.request import Request
from bureau.press.typeset.charts import chart_svg, chart_words
from bureau.press.typeset.sheets import Chart

WIDTH = 760  # of a chart, in the units of its drawing


class Directors(View):
    """Pages of the bureau's leaders; for everybody else they do not exist."""

    request: Request

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.request.user.holds(Post.DIRECTOR):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class Office(Directors, TemplateView):
    template_name = "leading/office.html"
    http_method_names = ("get", "head", "options")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person, lights = self.request.user, Lights()
        today = timezone.localdate(lights.now)
        functions, officers = loads(person, lights)
        coming, months = forecast(person, today), trend.trend(person, today, lights)
        period = trend.period_until(today)
        took = bottlenecks.took(person, period, lights.calendar)
        steps = [one for one in took if not one.few]
        return super().get_context_data(
            functions=functions,
            officers=officers,
            coming=coming,
            coming_chart=drawn(coming.chart),
            months=months,
            months_chart=drawn(trend.chart(months)),
            period=period,
            steps=steps,
            seldom=[one for one in took if one.few],
            steps_chart=drawn(bottlenecks.chart(steps)),
            burdened=burdened(today),
            mark=Regulation.current().burden_weekly,
            today=today,
            **kwargs,
        )


def drawn(chart: Chart | None) -> dict | None:
    """The drawing, and what it says in words."""
    return {"svg": chart_svg(chart, WIDTH), "words": chart_words(chart)} if chart else None
