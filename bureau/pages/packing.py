"""What is read as text leaves the house packed, whoever stands in front of it."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

WORDS = ("text/", "application/javascript", "application/json", "image/svg+xml")


class Packed(GZipMiddleware):
    """Papers and pictures are packed as they are; Django blurs the length of the rest, so that it tells nothing."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> Any:
        kind = response.headers.get("Content-Type", "")
        return super().process_response(request, response) if kind.startswith(WORDS) else response
