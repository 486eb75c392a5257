from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views import View

from bureau.press.printing import PressProblem
from reports import leaves
from reports.models import Bulletin

SIZES = (leaves.NARROW, leaves.WIDE)
LOST = "这一期的文件不在存储里，请告知督查局从备份中恢复；文字照常可以阅读。"


class Leaf(View):
    """One page as PNG, drawn anew each time."""

    def bulletin(self) -> Bulletin:
        return get_object_or_404(Bulletin.objects.visible_to(self.request.user), pk=self.kwargs["pk"])

    def get(self, request, pk, page):
        width = int(request.GET["w"]) if request.GET.get("w") in map(str, SIZES) else leaves.WIDE
        try:
            pdf = leaves.printed(self.bulletin(), self.request.user)
        except (FileNotFoundError, PressProblem) as lost:
            raise Http404 from lost
        if pdf is None:
            raise Http404
        return drawn(pdf, page, width)


def drawn(pdf: bytes, page: int, width: int) -> HttpResponse:
    picture = leaves.leaf(pdf, page, width)
    if picture is None:
        raise Http404
    return HttpResponse(leaves.png(picture), content_type="image/png")


def pages(request, bulletin, way) -> list[dict]:
    """[{number, src, small}] by `way(page, width)`; none where there is nothing to draw, with the reason as a message."""
    try:
        pdf = leaves.printed(bulletin, request.user)
    except FileNotFoundError:
        messages.error(request, LOST)
        return []
    except PressProblem as problem:
        messages.error(request, str(problem))
        return []
    count = leaves.count(pdf) if pdf else 0
    return [
        {"number": number, "src": way(number, leaves.WIDE), "small": way(number, leaves.NARROW)}
        for number in range(1, count + 1)
    ]
