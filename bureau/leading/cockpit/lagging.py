"""分管单位: what the units in a leader's charge lead, by function; and by name those that are late."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from bureau.leading.cockpit.scope import Figure, Scope
from bureau.matters.access.charged import leads
from bureau.matters.access.visibility import or_all
from bureau.matters.filters import RUNNING, standing
from bureau.matters.models import Assignment
from bureau.matters.rooms import room_of, rooms

RED = {"light": "red"}
ASKED = {  # label, tone, what the ledger is asked for
    "running": ("在办", "", {"stands": RUNNING}),
    "yellow": ("临期、滞后", "yellow", {"light": "yellow"}),
    "red": ("逾期、严重滞后", "red", RED),
}


@dataclass(frozen=True)
class Function:
    """One function: what is led there, and its units with anything red, in the customary order."""

    label: str
    figures: list[Figure]
    late: list[Figure]


def lagging(scope: Scope) -> list[Function]:
    """One statement. Where units report nothing there is nothing to be late with."""
    led = Assignment.objects.filter(scope.seen("matter"), leads(), in_charge(scope), opened_at__isnull=False)
    counts = {
        name: Count("pk", filter=where)
        for name, where in {
            "running": standing(RUNNING, "matter__"),
            "yellow": scope.lights.condition("yellow", "matter__"),
            "red": scope.lights.condition("red", "matter__"),
        }.items()
    }
    columns = ("matter__kind", "unit__order", "unit", "unit__short")
    by_kind: dict[str, list[dict]] = defaultdict(list)
    for row in led.order_by(*columns[:3]).values(*columns).annotate(**counts):
        by_kind[row["matter__kind"]].append(row)
    kinds = [room.kind for room in rooms() if room.replied]
    return [told(scope, kind, by_kind[kind]) for kind in kinds if kind in by_kind]


def in_charge(scope: Scope) -> Q:
    """Parts of units in the leader's charge, as the ledger's `charge` finds their matters."""
    ways = (
        Q(matter__kind__in=one.functions) & (Q() if one.all_units else Q(unit__in=one.units))
        for one in scope.charges
    )
    return or_all(*ways)


def told(scope: Scope, kind: str, rows: list[dict[str, Any]]) -> Function:
    whole = {name: sum(row[name] for row in rows) for name in ASKED}
    charge = {"charge": scope.leader.pk}
    figures = [
        scope.figure(label, whole[name], kind, tone, **charge, **asks)
        for name, (label, tone, asks) in ASKED.items()
    ]
    late = [
        scope.figure(row["unit__short"], row["red"], kind, "red", **charge, by=row["unit"], **RED)
        for row in rows
        if row["red"]
    ]
    return Function(room_of(kind).label, figures, late)
