"""Before any view: whoever's login ended while they wrote is led to log in, and finds what they wrote."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from bureau.pages import writer
from bureau.pages.drafting import by_itself

EXPIRED = "登录已过期，您刚才填写的内容已经存好，重新登录后继续。"


class NothingTypedIsLost:
    """Stands before the login is asked for; a post that is nobody's goes on to be led to the login as ever."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        asks_login = request.method == "POST" and getattr(view, "login_required", True)
        return to_login(request) if asks_login and not request.user.is_authenticated else None


def to_login(request: HttpRequest) -> HttpResponse | None:
    """The way to the login and back to the form, once what was typed is kept; None where it was not. What a page asks for by
    itself (its preview) was sent by nobody, and may come after what was: it is not kept over it."""
    if "HX-Request" in request.headers or not writer.rescue(request):
        return None
    if by_itself(request):
        return HttpResponse(status=204)
    messages.warning(request, EXPIRED + writer.files_lost(request))
    return redirect_to_login(request.get_full_path())
