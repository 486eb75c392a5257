"""A post without the right CSRF token: a page from before a new login, or from another house."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bureau.pages import writer
from bureau.pages.drafting import by_itself
from bureau.pages.middleware import to_login


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Nothing is done; what the writer's own page sent is kept, and the answer leads back to the form."""
    if not request.user.is_authenticated:
        return to_login(request) or say(request)
    if not writer.rescue(request):
        return say(request)
    return HttpResponse(status=204) if by_itself(request) else say(request, form=request.get_full_path())


def say(request: HttpRequest, form: str = "") -> HttpResponse:
    again = "" if request.user.is_authenticated else request.path
    context = {"form": form, "again": again, "files_lost": writer.files_lost(request)}
    return render(None, "403_csrf.html", context, status=403)
