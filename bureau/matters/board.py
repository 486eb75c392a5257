"""A ledger as a board: what stands under each light, trouble first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any

from django.db.models import CharField, QuerySet, Value

from bureau.matters.deadlines.lights import Lights
from bureau.matters.tables import MatterTable, trouble_first
from bureau.pages.tables import COUNTED

SHOWN = 6  # cards of a lane
LANES = {"red": "逾期", "yellow": "临期", "dated": "正常", "undated": "未定时限", "grey": "办结"}
CELLS = ("light", "title", "number", "lead", "due")


@dataclass(frozen=True)
class Lane:
    """What stands under one light: how many, the first cards (cells by name), how to ask for all of them."""

    light: str
    label: str
    count: str
    cards: list[dict]

    @property
    def cut_short(self) -> bool:
        return str(len(self.cards)) != self.count


def board(found: QuerySet, lights: Lights, table_of: Callable[[Iterable], MatterTable]) -> list[Lane]:
    """The lanes of these records. `table_of`: the room's table of some of them, whose cells the cards show."""
    under = by_light(found, lights)
    first = {light: keys[:SHOWN] for light, keys in under.items()}
    cards = cards_of(table_of(list(found.filter(pk__in=chain(*first.values())))))
    return [
        Lane(light, LANES[light], words(len(keys)), [cards[key] for key in first[light]])
        for light, keys in under.items()
    ]


def words(count: int) -> str:
    """How many there are, as far as lists count."""
    return f"{COUNTED}+" if count > COUNTED else str(count)


def by_light(found: QuerySet, lights: Lights) -> dict[str, list[int]]:
    """Keys of the records under each light, trouble first, as far as lists count; one statement."""
    each = [lane(found, lights, light) for light in LANES]
    under: dict[str, list] = {light: [] for light in LANES}
    for light, key, until in each[0].union(*each[1:], all=True):
        under[light].append((key, until))
    return {light: [key for key, _until in sorted(rows, key=soonest)] for light, rows in under.items()}


def lane(found: QuerySet, lights: Lights, light: str) -> QuerySet:
    under = trouble_first(found.filter(lights.condition(light, to="matter__")))
    named = Value(light, output_field=CharField())
    return under.values_list(named, "pk", "matter__runs_until")[: COUNTED + 1]


def soonest(row: tuple[int, datetime | None]) -> tuple:
    key, until = row
    return until is None, until, -key


def cards_of(table: MatterTable) -> dict[Any, dict]:
    """The cells of each record, by its key."""
    return {row.record.pk: {name: row.get_cell(name) for name in CELLS} for row in table.rows}
