from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views import View

from bureau.matters.counting.readers import sees_figures
from bureau.org.request import Request


class Counted(View):
    """Figures: pages for the desk of a function — of any, where none is named — and the county leaders; for everybody else they do
    not exist."""

    request: Request
    function = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not sees_figures(self.request.user, self.function):
            raise Http404
        return super().dispatch(request, *args, **kwargs)
