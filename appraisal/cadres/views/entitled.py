from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views import View

from appraisal.cadres.policy import reads_cadres
from bureau.org.request import Request

PLACE = "merits:uses"


class Entitled(View):
    """For who reads of all cadres how they were graded; for everybody else these pages do not exist."""

    request: Request

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not reads_cadres(self.request.user):
            raise Http404
        self.request.place = PLACE
        return super().dispatch(request, *args, **kwargs)
