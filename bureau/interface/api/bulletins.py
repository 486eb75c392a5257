"""通报、督办函 that were issued, and the PDF of each. What is numbered for its reader is not among them."""

from collections.abc import Sequence
from typing import Annotated, Any

from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Path, Router

from bureau.files.store import open_kept
from bureau.interface.api.ledgers import After, Limit
from bureau.interface.api.refusals import READING
from bureau.interface.api.said import KEY, BulletinHead, Bulletins
from bureau.interface.asking import Asking, Bearing
from bureau.interface.models import Scope
from bureau.interface.open_to import bulletins_open_to
from reports.models import Bulletin

router = Router(tags=["通报"], auth=Bearing(Scope.PAPERS))
Key = Annotated[int, Path(ge=1, le=KEY)]
PDF = {200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}}


@router.get("bulletins", response={200: Bulletins, **READING}, summary="印发的通报", url_name="bulletins")
def page(request: Asking, after: After = None, limit: Limit = 50) -> dict[str, Any]:
    found = bulletins_open_to(request.user).order_by("-pk")
    behind = found if after is None else found.filter(pk__lt=after)
    rows: Sequence[Bulletin] = list(behind[: limit + 1])
    left = len(rows) > limit
    shown = rows[:limit]
    return {"rows": [head(one) for one in shown], "next_after": shown[-1].pk if left else None}


@router.get(
    "bulletins/{key}", response={200: BulletinHead, **READING}, summary="一期通报", url_name="bulletin"
)
def one(request: Asking, key: Key) -> dict[str, Any]:
    return head(get_object_or_404(bulletins_open_to(request.user), pk=key))


@router.get(
    "bulletins/{key}/pdf",
    response={200: None, **READING},
    summary="一期通报的 PDF",
    url_name="bulletin_pdf",
    openapi_extra={"responses": PDF},
)
def pdf(request: Asking, key: Key) -> HttpResponseBase:
    bulletin = get_object_or_404(bulletins_open_to(request.user), pk=key)
    file = bulletin.rendering
    try:
        stream = open_kept(file.sha256)
    except FileNotFoundError as lost:
        raise Http404 from lost
    return FileResponse(stream, as_attachment=True, filename=file.name, content_type="application/pdf")


def head(bulletin: Bulletin) -> dict[str, Any]:
    return {
        "id": bulletin.pk,
        "series": bulletin.get_series_display(),
        "number": bulletin.number,
        "title": bulletin.title,
        "issued_at": timezone.localtime(bulletin.issued_at),
        "page": bulletin.get_absolute_url(),
        "sha256": bulletin.rendering.sha256,
    }
