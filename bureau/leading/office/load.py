"""每名经办人手上的事: by function, never a ranking."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count

from bureau.leading.cockpit.scope import Figure, ledger
from bureau.matters.deadlines.lights import Lights
from bureau.matters.filters import RUNNING, standing
from bureau.matters.models import Matter
from bureau.matters.rooms import rooms
from bureau.org.models import Person


@dataclass(frozen=True)
class Cell:
    """Of one officer in one function: in hand, and of these red; nothing of either."""

    function: str
    running: Figure | None = None
    red: Figure | None = None


@dataclass(frozen=True)
class Load:
    officer: str
    cells: list[Cell]
    running: int
    red: int


def loads(person: Person, lights: Lights) -> tuple[list[str], list[Load]]:
    """The functions in which somebody has something in hand, and a line for each officer. One statement."""
    found = Matter.objects.visible_to(person).filter(standing(RUNNING)).order_by("officer")
    red = Count("pk", filter=lights.condition("red"))
    rows = found.values("officer", "officer__name", "kind").annotate(running=Count("pk"), red=red)
    by_officer: dict[tuple, dict] = defaultdict(dict)
    for row in rows:
        by_officer[row["officer"], row["officer__name"]][row["kind"]] = row
    shown = [room for room in rooms() if any(room.kind in cells for cells in by_officer.values())]
    lines = [
        Load(
            name,
            [cell(room.label, cells.get(room.kind)) for room in shown],
            sum(row["running"] for row in cells.values()),
            sum(row["red"] for row in cells.values()),
        )
        for (_key, name), cells in by_officer.items()
    ]
    return [room.label for room in shown], lines


def cell(function: str, row: dict | None) -> Cell:
    if row is None:
        return Cell(function)
    kind, officer = row["kind"], {"officer": row["officer"]}
    running = Figure("在办", row["running"], ledger(kind, **officer, stands=RUNNING))
    red = Figure("逾期、严重滞后", row["red"], ledger(kind, **officer, light="red"), "red")
    return Cell(function, running, red)
