"""One matter: its row of the ledger, its units, what was done."""

from typing import Annotated, Any

from django.http import QueryDict
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Path, Router

from bureau.interface import ledgers
from bureau.interface.api.refusals import READING
from bureau.interface.api.said import KEY, MatterRow
from bureau.interface.asking import Asking, Bearing
from bureau.interface.models import Scope
from bureau.interface.open_to import matters_open_to
from bureau.matters.access.visibility import own_parts, reads_above
from bureau.matters.models import Matter
from bureau.matters.rooms import room_of
from bureau.org.models import Person
from bureau.pages.asked import Asked

router = Router(tags=["台账"], auth=Bearing(Scope.LEDGERS))


@router.get("matters/{key}", response={200: MatterRow, **READING}, summary="一件事项", url_name="matter")
def one(request: Asking, key: Annotated[int, Path(ge=1, le=KEY)]) -> dict[str, Any]:
    matter = get_object_or_404(matters_open_to(request.user), pk=key)
    return {
        **row(matter, request.user),
        "kind": matter.kind,
        "units": units(matter, request.user),
        "lines": lines(matter, request.user),
    }


def row(matter: Matter, person: Person) -> dict[str, Any]:
    """As its ledger has it."""
    table = room_of(matter.kind).ledger.ledger(Asked(person, QueryDict()))
    (found,) = ledgers.rows(table, list(table.data.data.filter(pk=matter.pk)))
    return found


def units(matter: Matter, person: Person) -> list[dict[str, str]]:
    """How each stands; where they learn nothing of each other, a unit finds itself alone."""
    parts = list(matter.assignments.select_related("unit").order_by("pk"))
    alone = room_of(matter.kind).apart and not reads_above(person, matter)
    return [
        {"unit": part.unit.short, "role": part.get_role_display(), "state": part.get_state_display()}
        for part in (own_parts(person, parts) if alone else parts)
    ]


def lines(matter: Matter, person: Person) -> list[dict[str, Any]]:
    """Those that this person reads, the oldest first."""
    found = matter.entries.readable_by(person, matter).order_by("seq")
    return [{"at": timezone.localtime(line.at), "sentence": line.sentence} for line in found]
