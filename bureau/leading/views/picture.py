from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views import View

from bureau.files import store
from bureau.leading import painting
from bureau.leading.models import Ink
from bureau.matters.access.visibility import reads_above
from instructions.models import Instruction
from reports import leaves


class Picture(View):
    """手写批示 to look at, for who reads the leader's words."""

    def get(self, request, pk):
        ink = get_object_or_404(Ink.objects.select_related("round"), pk=pk)
        record = get_object_or_404(Instruction.objects.visible_to(request.user), pk=ink.round.instruction_id)
        if not reads_above(request.user, record.matter):
            raise Http404
        return drawn(ink)


def drawn(ink) -> HttpResponse:
    try:
        with store.open_kept(ink.picture) as file:
            picture = painting.upright(file)
    except FileNotFoundError as lost:
        raise Http404 from lost
    kind, body = ("png", leaves.png(picture)) if ink.strokes else ("jpeg", painting.jpeg(picture))
    return HttpResponse(body, content_type=f"image/{kind}")
