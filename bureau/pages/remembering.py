"""What somebody last asked a list for comes back when they open it again, until they ask for something else."""

from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import NoReverseMatch, ResolverMatch, resolve, reverse
from django.views import View
from django_filters import FilterSet

from bureau.org.request import Request
from bureau.pages.by_key import AT
from bureau.pages.models import SavedView

ASKED = "asked"  # in the address: by the form of the list, not by a link from elsewhere
KEPT = "asked_of_lists"
PASSING = (ASKED, "page", AT, "month", "exact", "export", "why")


def conditions(request: HttpRequest) -> str:
    """What of a list's address asks for something: its conditions and its order, as a query."""
    left = QueryDict(mutable=True)
    for name in request.GET:
        if name not in PASSING and (values := [value for value in request.GET.getlist(name) if value]):
            left.setlist(name, values)
    return left.urlencode()


def address(request: HttpRequest, **changes: str) -> str:
    """The same list with these changes, from its first page; what is empty is left out."""
    left = request.GET.copy()
    for name in (*changes, "page", AT):
        left.pop(name, None)
    for name, value in changes.items():
        if value:
            left[name] = value
    return f"?{left.urlencode()}"


def saved_views(request: Request, valid: bool) -> dict:
    """{saved, query, list, desk}: the views of this list, and what would be saved as one more, where its conditions make
    sense (`valid`). `desk`: where it can be everybody's at the list's desk."""
    match = cast(ResolverMatch, request.resolver_match)
    kind = match.app_names[0] if match.app_names else ""
    return {
        "saved": list(SavedView.objects.shown_to(request.user).filter(list=match.view_name)),
        "query": conditions(request) if valid else "",
        "list": match.view_name,
        "desk": kind if request.user.sits_at(kind) else "",
    }


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


def list_at(name: str) -> Any:
    """The page of the list that remembers at the address of this name; raises Http404 where none stands."""
    try:
        page = resolve(reverse(name)).func
    except NoReverseMatch:
        raise Http404 from None
    found = getattr(page, "view_class", View)
    if not issubclass(found, Remembering):
        raise Http404
    return found


class Remembering(View):
    """For a list with a filter form: opened without conditions it asks what it was asked last, if that made sense, and it
    shows the views that are saved of it (parts/views.html)."""

    request: Any  # a `Request`, or what a list is made once more by
    filterset: FilterSet  # as it was asked, from `get` on

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.GET and (query := remembered(request)):
            return redirect(f"{request.path}?{query}")
        answer = cast(Any, super()).get(request, *args, **kwargs)
        if ASKED in request.GET and self.filterset.is_valid():
            remember(request)
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        views = saved_views(self.request, self.filterset.is_valid())
        return cast(Any, super()).get_context_data(views=views, **kwargs)
