"""查看: a kept PDF or picture page by page, drawn by the house, so that nothing of a stranger's is opened in a browser."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.cache import cache
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views import View
from django.views.generic import TemplateView

from bureau.files import leaves
from bureau.files.sending import sentence
from bureau.files.stamping import stamped
from bureau.files.store import opened
from bureau.org.request import Request
from bureau.org.whence import looked_by, sealed_ones

NARROW, WIDE = 1000, 2000  # pixels: on the page; opened by itself, to read small print
DAY = 24 * 3600  # seconds a count is remembered: the file of a digest never changes


@dataclass(frozen=True)
class Shown:
    """A kept file, as somebody may see it. `size` in bytes; `home`: the record it belongs to; `download`: its address; `about`:
    what it is bound to, where it is kept encrypted."""

    name: str
    kind: str
    size: int
    sha256: str
    home: Any
    download: str
    about: str = ""


class OfAFile(View):
    """`file` finds it for this person, by the same right as its download: 404 for strangers."""

    request: Request

    def file(self) -> Shown:
        raise NotImplementedError


class Look(OfAFile, TemplateView):
    """One page of the file, the ways to the others, and the file itself. `leaf`: the address of its pictures."""

    request: Request
    template_name = "pages/look.html"
    leaf = ""

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        file = self.file()
        try:
            shown = self.shown(file)
        except FileNotFoundError as lost:
            messages.error(request, sentence(lost, file.name))
            return redirect(file.home)
        return self.render_to_response(self.get_context_data(file=file, **shown))

    def shown(self, file: Shown) -> dict[str, Any]:
        """The page that is asked for and its picture, or why there is none."""
        if file.kind not in leaves.SHOWN:
            return {"why": "Word、Excel 文件不能在这里查看，请下载后打开。"}
        try:
            page = Paginator(range(1, counted(file) + 1), 1).get_page(self.request.GET.get("page"))
        except leaves.Unreadable:
            return {"why": "这份文件画不出来，可能已经损坏。请下载原件查看；仍打不开的，请报送人重新上传。"}
        return {"page": page, "src": reverse(self.leaf, args=[self.kwargs["pk"], page.number])}


class Leaf(OfAFile):
    """A page as a picture; `?wide=1` for small print. 404 where there is no such page, or none that can be drawn."""

    def get(self, request: Request, pk: int, number: int) -> HttpResponse:
        file, width = self.file(), WIDE if "wide" in request.GET else NARROW
        try:
            return HttpResponse(self.marked(drawn(file, number, width)), content_type="image/jpeg")
        except (FileNotFoundError, leaves.Unreadable) as fault:
            raise Http404 from fault

    def marked(self, picture: bytes) -> bytes:
        """What few may see says who looks."""
        if not sealed_ones(self.request):
            return picture
        return stamped(picture, looked_by(self.request.user))


def counted(file: Shown) -> int:
    """How many pages it has. Raises Unreadable, FileNotFoundError."""
    known: int | None = cache.get(f"leaves-{file.sha256}")
    if known is None:
        with opened(file.sha256, file.about) as stream:
            known = leaves.count(stream, file.kind)
        cache.set(f"leaves-{file.sha256}", known, DAY)
    return known


def drawn(file: Shown, number: int, width: int) -> bytes:
    """Raises Unreadable also where there is no such page, FileNotFoundError where the file is lost."""
    if file.kind not in leaves.SHOWN or not 1 <= number <= counted(file):
        raise leaves.Unreadable
    with opened(file.sha256, file.about) as stream:
        return leaves.leaf(stream, file.kind, number, width)
