from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def came_from(request: HttpRequest) -> str:
    """The page that a form was opened from, if it is a page of this house; else empty."""
    url = request.POST.get("back") or request.GET.get("back", "")
    safe = "\0" not in url and url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()})
    return url if safe and url.startswith("/") else ""
