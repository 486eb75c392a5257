"""What leaves the house and what few may see leaves a line: every download, every paper, every look at a sealed matter. Asked of the answer
itself, so that no page can forget it. Pages without a login (public ones, polls) are left alone: nothing may say who was there."""

from django.http import HttpRequest, HttpResponse

from bureau.org import whence
from bureau.org.noting import Kind, note

KINDS = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (Kind.EXPORT, "导出Excel"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (Kind.EXPORT, "导出Word"),
    "application/pdf": (Kind.PRINT, "打印"),
}
DOWNLOAD = (Kind.EXPORT, "下载文件")


class Watched:
    """Stands inside the login. What is asked for is named by its address alone, without what was searched for."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_look(request, response):
            for sentence, kind in told(request, response):
                note(request.user, f"{sentence}：{request.path[:200]}", kind=kind)
        return response


def say(response: HttpResponse, words: str) -> None:
    """What the line of a download says besides: how much it is, never what."""
    response.told = words


def is_look(request: HttpRequest, response: HttpResponse) -> bool:
    view = getattr(request.resolver_match, "func", None)
    asks_login = getattr(view, "login_required", True)
    return (
        view is not None
        and asks_login
        and response.status_code in (200, 206)
        and request.method in ("GET", "POST")
        and request.user.is_authenticated
    )


def told(request: HttpRequest, response: HttpResponse):
    """What was looked at and what was given out: sentence and kind."""
    for number in whence.sealed_ones(request).values():
        yield f"查看限阅事项{number}", Kind.SEALED
    kind, words = KINDS.get(response.headers.get("Content-Type", "").partition(";")[0], DOWNLOAD)
    if response.headers.get("Content-Disposition", "").startswith("attachment"):
        yield f"{words}{getattr(response, 'told', '')}", Kind.EXPORT
    elif kind == Kind.PRINT:
        yield words, kind
