"""Pages without an account. They know no session and nobody; what opens them stands in the form, never in an address."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views import View

HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "same-origin",  # with none at all browsers hide where a form comes from, and it is refused
    "X-Robots-Tag": "noindex, noarchive",
}


class Nobodys(View):
    template_name = ""
    nobodys = True  # the log does not say who asks

    @classmethod
    def as_view(cls, **given: Any) -> Callable[..., HttpResponseBase]:
        """However a page dispatches, it asks for no login."""
        return login_not_required(super().as_view(**given))

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        response = super().dispatch(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response[name] = value
        return response

    def show(self, status: int = 200, **context: Any) -> HttpResponse:
        return render(
            self.request, self.template_name, {"bureau": settings.BUREAU_NAME, **context}, status=status
        )
