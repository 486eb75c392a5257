"""`/metrics`, before sessions and the login: for whoever bears the token; for everybody else it is not there."""

import hmac

from django.conf import settings
from django.http import HttpResponse
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4

from bureau.ops import metrics


class Metrics:
    """Who does not bear the token goes on, and finds what is found at any address that does not exist."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path == "/metrics" and request.method == "GET" and bears_token(request):
            return HttpResponse(
                metrics.page(), content_type=CONTENT_TYPE_PLAIN_0_0_4, headers={"Cache-Control": "no-store"}
            )
        return self.get_response(request)


def bears_token(request) -> bool:
    """Compared in constant time; without a token in the settings nobody bears it."""
    told = request.headers.get("Authorization", "").encode(errors="replace")
    return bool(settings.METRICS_TOKEN) and hmac.compare_digest(
        told, f"Bearer {settings.METRICS_TOKEN}".encode()
    )
