"""统计: as a room's page shows them, for the same readers."""

from datetime import date
from typing import Annotated, Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query, Router

from bureau.interface.api.refusals import READING
from bureau.interface.api.said import Figures
from bureau.interface.asking import Bearing
from bureau.interface.models import Scope
from bureau.interface.open_to import open_room
from bureau.interface.wrong import Problem, Wrong
from bureau.matters.counting.readers import sees_figures
from bureau.pages.fields import YEARS
from bureau.pages.period import between

router = Router(tags=["统计"], auth=Bearing(Scope.FIGURES))
Day = Annotated[date | None, Query(None, description="如 2026-01-31；不填为今年1月1日、今天")]


@router.get(
    "figures/{kind}", response={200: Figures, **READING}, summary="一类业务的统计", url_name="figures"
)
def one(request: HttpRequest, kind: str, since: Day = None, until: Day = None) -> dict[str, Any]:
    room = open_room(kind)
    if room is None or room.figures is None or not sees_figures(request.user, kind):
        raise Http404
    start, end = days(since, until)
    return {
        "kind": kind,
        "label": room.label,
        "since": start,
        "until": end,
        "figures": room.figures(between(start, end)),
    }


def days(since: date | None, until: date | None) -> tuple[date, date]:
    """Raises Wrong."""
    today = timezone.localdate()
    start, end = since or today.replace(month=1, day=1), until or today
    asked = {"since": start, "until": end}
    sentence = f"年份应在{YEARS[0]}至{YEARS[-1]}之间。"
    wrong = [Problem(name, sentence) for name, day in asked.items() if day.year not in YEARS]
    if not wrong and end < start:
        wrong = [Problem("until", "截止日期不能早于起始日期。")]
    if wrong:
        raise Wrong(wrong)
    return start, end
