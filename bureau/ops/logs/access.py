"""A line per request: who (by key; of another system which client, too), what address (without its query), how it ended, how long it took."""

import logging
import time

from django.conf import settings

from bureau.ops.logs import number

log = logging.getLogger("bureau.access")
SLOW = 2000  # milliseconds
UNREMARKABLE = ("/healthz", "/metrics")  # asked by machines all day


class Access:
    """The outermost middleware: numbers the request, gives the number back, and writes the line."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        begun, mark = time.monotonic(), number.of(request)
        token = number.current.set(mark)
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = mark
            note(request, response.status_code, round((time.monotonic() - begun) * 1000))
            return response
        finally:
            number.current.reset(token)


def note(request, status: int, milliseconds: int) -> None:
    dull = request.path in UNREMARKABLE or request.path.startswith(f"/{settings.STATIC_URL.lstrip('/')}")
    if dull and status < 400:
        return
    level = logging.ERROR if status >= 500 else logging.WARNING if milliseconds > SLOW else logging.INFO
    facts = {
        "method": request.method,
        "path": request.path[:300],
        "status": status,
        "ms": milliseconds,
        "person": person(request),
    }
    if client := getattr(request, "api_client", None):
        facts["client"] = client
    log.log(level, "answered slowly" if milliseconds > SLOW else "answered", extra={"facts": facts})


def person(request) -> int | None:
    """The key of who asked, if the page looked at it; asking here would cost a query. Where a view says that it is
    `nobodys`, whoever happens to be logged in there is not written down beside it."""
    view = getattr(getattr(request.resolver_match, "func", None), "view_class", None)
    if getattr(view, "nobodys", False):
        return None
    return request.user.pk if hasattr(request, "_cached_user") else None
