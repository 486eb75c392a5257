"""统计: what is counted of the matters that the interface shows, and what the room's own page counts; for that page's readers."""

from datetime import date
from typing import Annotated, Any

from django.http import Http404
from django.utils import timezone
from ninja import Query, Router

from bureau.interface.api.ledgers import Kind
from bureau.interface.api.refusals import READING
from bureau.interface.api.said import Figures
from bureau.interface.asking import Asking, Bearing
from bureau.interface.models import Scope
from bureau.interface.open_to import open_room
from bureau.interface.wrong import Problem, Wrong
from bureau.matters.counting.measures import MEASURES, REGISTERED, SHARES
from bureau.matters.counting.readers import sees_figures
from bureau.matters.counting.tallies import Counting, in_period
from bureau.matters.deadlines.lights import Lights
from bureau.matters.rooms import Room
from bureau.org.models import Person
from bureau.pages.fields import YEARS
from bureau.pages.period import Period, between

router = Router(tags=["统计"], auth=Bearing(Scope.FIGURES))
Day = Annotated[date | None, Query(None, description="如 2026-01-31；不填为今年1月1日、今天")]


@router.get(
    "figures/{kind}", response={200: Figures, **READING}, summary="一类业务的统计", url_name="figures"
)
def one(request: Asking, kind: Kind, since: Day = None, until: Day = None) -> dict[str, Any]:
    room = open_room(kind)
    if room is None or not sees_figures(request.user, kind):
        raise Http404
    start, end = days(since, until)
    period = between(start, end)
    return {
        "kind": kind,
        "label": room.label,
        "since": start,
        "until": end,
        "counts": counts(request.user, room, period),
        "own": room.figures(period) if room.figures else {},
    }


def counts(person: Person, room: Room, period: Period) -> list[dict[str, Any]]:
    """Of what was registered in the period: each share with its part and its whole, as bulletins count them."""
    total = Counting(in_period(person, period, sealed=False).filter(kind=room.kind), Lights()).total
    shares = [(name, label, total.share(name)) for name, (label, _part, _whole) in SHARES.items()]
    registered = total.counts[REGISTERED]
    first = {"key": REGISTERED, "label": MEASURES[REGISTERED], "part": registered, "whole": registered}
    return [
        first,
        *({"key": key, "label": label, "part": one.part, "whole": one.whole} for key, label, one in shares),
    ]


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
