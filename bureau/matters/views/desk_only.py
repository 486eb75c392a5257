from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views import View

from bureau.org.request import Request


class DeskOnly(View):
    """Pages of a function's desk; for everybody else they do not exist. A room names its `function`."""

    request: Request
    function = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.request.user.sits_at(self.function):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class BureauOnly(View):
    """Pages of the bureau, whatever desk one sits at; for everybody else they do not exist."""

    request: Request

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.request.user.of_the_bureau:
            raise Http404
        return super().dispatch(request, *args, **kwargs)
