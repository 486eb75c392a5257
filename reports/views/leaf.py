from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import cache_control

from bureau.press.printing import PressProblem
from reports import leaves
from reports.models import Bulletin

SIZES = (leaves.NARROW, leaves.WIDE)
LOST = "这一期的文件不在存储里，请告知督查局从备份中恢复；文字在下面。"


@method_decorator(cache_control(private=True, no_cache=True), name="get")
class Leaf(View):
    """One page as PNG. A browser may keep it, and asks each time whether it still may show it."""

    def bulletin(self) -> Bulletin:
        return get_object_or_404(Bulletin.objects.visible_to(self.request.user), pk=self.kwargs["pk"])

    def get(self, request, pk, page):
        width = int(request.GET["w"]) if request.GET.get("w") in map(str, SIZES) else leaves.WIDE
        try:
            printed = leaves.printed(self.bulletin(), self.request.user)
        except (FileNotFoundError, PressProblem) as lost:
            raise Http404 from lost
        if printed is None:
            raise Http404
        etag = f'"{printed.sha256}-{page}-{width}"'
        return get_conditional_response(request, etag) or drawn(printed.pdf, page, width, etag)


def drawn(pdf: bytes, page: int, width: int, etag: str) -> HttpResponse:
    picture = leaves.leaf(pdf, page, width)
    if picture is None:
        raise Http404
    return HttpResponse(leaves.png(picture), content_type="image/png", headers={"ETag": etag})


def pages(request, bulletin, way) -> list[dict]:
    """[{number, src, small}] by `way(page, width)`; none where there is nothing to draw, with the reason as a message."""
    try:
        printed = leaves.printed(bulletin, request.user)
    except FileNotFoundError:
        messages.error(request, LOST)
        return []
    except PressProblem as problem:
        messages.error(request, str(problem))
        return []
    count = leaves.count(printed.pdf) if printed else 0
    return [
        {"number": number, "src": way(number, leaves.WIDE), "small": way(number, leaves.NARROW)}
        for number in range(1, count + 1)
    ]
