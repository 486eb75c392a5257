"""What a page answers with a paper."""

from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from bureau.org.whence import looked_by, sealed_ones
from bureau.press.printing import PressProblem, pdf_of
from bureau.press.typeset.bind import overlay
from bureau.press.typeset.sheets import Sheet, Stamp


def printed(
    request: HttpRequest, sheet: Sheet, name: str, back: str, matter: str | None = None
) -> HttpResponse:
    """The sheet as a PDF under this name; where it cannot be set, `back`, which says why, and on which `matter` by its
    number: the reason may be read on another page than this one."""
    try:
        return inline(marked(request, pdf_of(sheet)), name)
    except PressProblem as problem:
        messages.error(request, f"{matter or ''}{problem}")
        return redirect(back)


def marked(request: HttpRequest, pdf: bytes) -> bytes:
    """What few may see says on each page who printed it, and when."""
    if not sealed_ones(request):
        return pdf
    return overlay(pdf, pdf_of(Stamp("", timezone.localdate(), looked_by(request.user))))


def inline(pdf: bytes, name: str) -> HttpResponse:
    """A PDF that the browser shows, under a name for saving."""
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(name)}"
    return response
