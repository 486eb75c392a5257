from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import cache_control

from bureau.leading import leaves
from bureau.leading.views.reading import SIZES, OnBulletin
from reports.prints.press import PressProblem


@method_decorator(cache_control(private=True, no_cache=True), name="get")
class Leaf(OnBulletin, View):
    """One page as PNG. A browser may keep it, and asks each time whether it still may show it."""

    def get(self, request, pk, page):
        width = int(request.GET["w"]) if request.GET.get("w") in map(str, SIZES) else leaves.WIDE
        try:
            printed = leaves.printed(self.bulletin())
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
