"""台账: which there are, and their rows, newest first."""

from typing import Annotated, Any

from django.http import Http404
from ninja import Path, Query, Router
from pydantic import WithJsonSchema

from bureau.interface import ledgers
from bureau.interface.api.refusals import READING
from bureau.interface.api.said import KEY, MOST, LedgerHead, Rows
from bureau.interface.asking import Asking, Bearing
from bureau.interface.models import Scope
from bureau.interface.open_to import open_room, open_rooms
from bureau.matters.rooms import Room

router = Router(tags=["台账"], auth=Bearing(Scope.LEDGERS))
After = Annotated[int | None, Query(None, ge=0, le=KEY, description="上一页的 next_after")]
Limit = Annotated[int, Query(50, ge=1, le=MOST, description="一页几行")]
KINDS = {"type": "string", "enum": [room.kind for room in open_rooms()]}
Kind = Annotated[str, WithJsonSchema(KINDS), Path(description="哪类业务")]
CONDITIONS = "台账页面的查询条件照原名写在地址里，如 light=red、unit=水利局、due_min=2026-11-01；有哪些见“有哪些台账”。"


@router.get("ledgers", response={200: list[LedgerHead], **READING}, summary="有哪些台账", url_name="ledgers")
def heads(request: Asking) -> list[dict[str, Any]]:
    return [head(room, request) for room in open_rooms()]


def head(room: Room, request: Asking) -> dict[str, Any]:
    columns = room.ledger.table_class.ledger_columns()
    return {
        "kind": room.kind,
        "label": room.label,
        "columns": [{"key": key, "label": label} for key, label in columns],
        "conditions": [{"key": key, "label": label} for key, label in ledgers.conditions(room, request.user)],
    }


@router.get(
    "ledgers/{kind}",
    response={200: Rows, **READING},
    summary="一本台账",
    description=f"最新的在前。{CONDITIONS}",
    url_name="ledger",
)
def rows(request: Asking, kind: Kind, after: After = None, limit: Limit = 50) -> ledgers.Ledger:
    if (room := open_room(kind)) is None:
        raise Http404
    return ledgers.page(room, request.user, request.GET, after, limit)
