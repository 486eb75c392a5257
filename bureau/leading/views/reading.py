from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import cache_control
from django.views.generic import TemplateView

from bureau.leading import leaves
from bureau.leading.views.for_leaders import ForLeaders
from bureau.matters.models import Matter
from bureau.matters.policy import may
from instructions.flow import NOTE
from reports import flow
from reports.actions import read
from reports.doors import DOORS
from reports.models import Bulletin
from reports.prints.press import PressProblem
from reports.typeset.levels import paragraphs

SIZES = (leaves.NARROW, leaves.WIDE)
LOST = "这一期的文件不在存储里，请告知督查局从备份中恢复；文字在下面。"


class OnBulletin(ForLeaders):
    """Of a bulletin that the leader sees."""

    def bulletin(self) -> Bulletin:
        return get_object_or_404(Bulletin.objects.visible_to(self.actor), pk=self.kwargs["pk"])


class Read(OnBulletin, TemplateView):
    """A 专报 or 通报: its pages as they are printed, its text below them, and what the leader may do with it."""

    template_name = "leading/bulletin.html"

    def get(self, request, *args, **kwargs):
        if request.method == "GET" and not self.actor.hand:
            read(self.actor, self.bulletin())
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        bulletin, leader = self.bulletin(), self.actor
        quotes = list(bulletin.quotes.select_related("matter"))
        seen = Matter.objects.visible_to(leader).filter(pk__in=[one.matter_id for one in quotes])
        return super().get_context_data(
            bulletin=bulletin,
            pages=self.pages(bulletin),
            paragraphs=paragraphs(bulletin.body),
            quotes=quotes,
            readable=set(seen.values_list("pk", flat=True)),
            doors=self.doors(bulletin),
            to_note=bulletin.answers_id and may(leader, NOTE, bulletin.answers) and bulletin.answers,
            **self.frame(),
            **kwargs,
        )

    def doors(self, bulletin) -> list[dict]:
        """签发 or 退回, while it waits for this leader."""
        if bulletin.state != flow.CHECKED or bulletin.signer_id != self.actor.pk:
            return []
        doors = DOORS.open_to(self.actor, bulletin, back=self.way("home"))
        return [door for door in doors if door["step"] in (flow.SIGN.key, flow.SEND_BACK.key)]

    def pages(self, bulletin) -> list[dict]:
        """[{number, src, small}]; none where there is nothing to draw, with the reason."""
        try:
            printed = leaves.printed(bulletin)
        except FileNotFoundError:
            messages.error(self.request, LOST)
            return []
        except PressProblem as problem:
            messages.error(self.request, str(problem))
            return []
        count = leaves.count(printed.pdf) if printed else 0
        return [self.page(bulletin, number) for number in range(1, count + 1)]

    def page(self, bulletin, number: int) -> dict:
        wide, small = (self.way("leaf", bulletin.pk, number, w=width) for width in reversed(SIZES))
        return {"number": number, "src": wide, "small": small}


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
