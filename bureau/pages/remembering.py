"""What somebody last asked a list for comes back when they open it again, until they ask for something else."""

from django.http import HttpRequest, QueryDict

ASKED = "asked"  # in the address: by the form of the list, not by a link from elsewhere
KEPT = "asked_of_lists"
PASSING = (ASKED, "page", "exact", "export")


def conditions(request: HttpRequest) -> str:
    """What of a list's address asks for something: its conditions and its order, as a query."""
    left = QueryDict(mutable=True)
    for name in request.GET:
        if name not in PASSING and (values := [value for value in request.GET.getlist(name) if value]):
            left.setlist(name, values)
    return left.urlencode()


def remember(request: HttpRequest) -> None:
    """Keep the conditions and the order of a list that its own form asks for; none: forget them."""
    kept = request.session.get(KEPT, {})
    known = kept.get(request.path, "")
    if (query := conditions(request)) != known:
        request.session[KEPT] = {path: asked for path, asked in kept.items() if path != request.path} | (
            {request.path: query} if query else {}
        )


def remembered(request: HttpRequest) -> str:
    """The query of this list as it was asked last; empty for none."""
    return request.session.get(KEPT, {}).get(request.path, "")
