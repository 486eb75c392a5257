"""A list as a board of lanes: of matters a lane a light, trouble first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain
from typing import Any

from django.db.models import Expression, F, IntegerField, Q, QuerySet, Value
from django_tables2 import Table

from bureau.matters.deadlines.lights import Lights, labels
from bureau.matters.tables import trouble_first
from bureau.pages.tables import COUNTED

SHOWN = 6  # cards of a lane
GREEN = {"dated": "正常", "undated": "未定时限"}


@dataclass(frozen=True)
class Lane:
    """A lane of a board. `light`: its colour; `which`: what stands in it; `asks`: what the list is asked for all of it;
    of what was found: how many, the first cards (cells by name)."""

    light: str
    label: str
    which: Q
    asks: dict[str, str]
    count: str = ""
    cards: list[dict] = field(default_factory=list)

    @property
    def cut_short(self) -> bool:
        return str(len(self.cards)) != self.count


@dataclass(frozen=True)
class Board:
    """How a list stands on a board. `first` orders its records, of which those with the earliest `until` are the first,
    then the newest; `cells`: columns of the table that a card shows."""

    lanes: list[Lane]
    first: Callable[[QuerySet], QuerySet]
    until: Expression | F
    cells: tuple[str, ...]


def by_lights(lights: Lights, measured: bool = False) -> Board:
    """Matters by their light, reached from a room's records. `measured`: some of them have a plan to keep."""
    named = labels(measured)
    shown = {"red": named["red"], "yellow": named["yellow"], **GREEN, "grey": named["grey"]}
    lanes = [
        Lane(light, label, lights.condition(light, to="matter__"), {"light": light})
        for light, label in shown.items()
    ]
    cells = ("light", "title", "number", "lead", "due")
    return Board(lanes, trouble_first, F("matter__runs_until"), cells)


def filled(board: Board, found: QuerySet, table_of: Callable[[Iterable], Table]) -> list[Lane]:
    """The lanes with what was found. `table_of`: the list's table of some records, whose cells the cards show."""
    keys = in_lanes(board, found)
    first = [one[:SHOWN] for one in keys]
    cards = cards_of(table_of(list(found.filter(pk__in=chain(*first)))), board.cells)
    return [
        replace(lane, count=words(len(all_of_it)), cards=[cards[key] for key in shown])
        for lane, all_of_it, shown in zip(board.lanes, keys, first, strict=True)
    ]


def words(count: int) -> str:
    """How many there are, as far as lists count."""
    return f"{COUNTED}+" if count > COUNTED else str(count)


def in_lanes(board: Board, found: QuerySet) -> list[list[int]]:
    """Keys of the records of each lane, in order, as far as lists count; one statement."""
    each = [in_lane(board, place, found) for place in range(len(board.lanes))]
    rows: list[list] = [[] for _lane in board.lanes]
    for place, key, until in each[0].union(*each[1:], all=True):
        rows[place].append((key, until))
    return [[key for key, _until in sorted(lane, key=soonest)] for lane in rows]


def in_lane(board: Board, place: int, found: QuerySet) -> QuerySet:
    under = board.first(found.filter(board.lanes[place].which))
    named = Value(place, output_field=IntegerField())
    return under.annotate(until=board.until).values_list(named, "pk", "until")[: COUNTED + 1]


def soonest(row: tuple[int, datetime | None]) -> tuple:
    key, until = row
    return until is None, until, -key


def cards_of(table: Table, cells: tuple[str, ...]) -> dict[Any, dict]:
    """These cells of each record, by its key."""
    return {row.record.pk: {name: row.get_cell(name) for name in cells} for row in table.rows}
