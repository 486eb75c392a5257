"""转入: work orders of the hotline, documents of the county's OA. All of what is sent or nothing; sent again, answered the same."""

from typing import Any

from django.conf import settings
from ninja import Router

from bureau.interface.api.refusals import TAKING
from bureau.interface.api.said import BatchGiven, DocumentGiven, Registered, TakenIn
from bureau.interface.asking import Asking, Bearing
from bureau.interface.handed_in import take_document, take_orders
from bureau.interface.models import Scope
from bureau.interface.received import once

router = Router(tags=["转入"])


@router.post(
    "orders",
    auth=Bearing(Scope.ORDERS),
    response={200: Registered, **TAKING},
    summary="转入12345工单",
    url_name="orders",
)
def orders(request: Asking, batch: BatchGiven) -> dict[str, Any]:
    content = batch.dict()

    def take() -> dict[str, Any]:
        return {"registered": take_orders(request.user, content["orders"])}

    return {"sender_id": batch.sender_id, **once(request.auth, batch.sender_id, content, take)}


@router.post(
    "documents",
    auth=Bearing(Scope.DOCUMENTS),
    response={200: TakenIn, **TAKING},
    summary="转入公文事项",
    description="由凭证所属的督查员在“来源与导入”里核对后登记，不会自动登记。",
    url_name="documents",
)
def documents(request: Asking, document: DocumentGiven) -> dict[str, Any]:
    content = document.dict()

    def take() -> dict[str, Any]:
        intake = take_document(request.auth, content, content["items"])
        page = f"{settings.SITE_URL}{intake.get_absolute_url()}"
        return {"items": len(content["items"]), "page": page}

    return {"sender_id": document.sender_id, **once(request.auth, document.sender_id, content, take)}
