"""The columns of a workbook that comes back, and what stands in them for its reader."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import product
from typing import Any

from django.utils import timezone

from bureau.matters.access.rights import Rights
from bureau.matters.access.visibility import actors_seeing
from bureau.matters.actions import asks_authority
from bureau.matters.models import Matter
from bureau.matters.reimport.declared import Added, Cells, Change
from bureau.matters.rooms import Room
from bureau.matters.tables import MatterTable
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.visible import visible
from bureau.pages.export import plain

WHY, CODE = "改动理由", "识别码"
MARK = "（可改）"
LONGEST = 32_000  # characters; a cell of Excel holds few more
DAY = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?(?:\s+0?0:00(?::00)?)?")


@dataclass(frozen=True)
class Columns:
    """Of a room's ledger, for one reader."""

    room: Room
    person: Person

    @cached_property
    def rights(self) -> Rights:
        return Rights.of(self.person)

    @cached_property
    def actors(self) -> list[Actor]:
        """In whose names they write: their own, and theirs whom they stand in for. On whose word a secretary enters something, no
        table says."""
        return [one for one in self.rights.actors if not asks_authority(one)]

    def actors_on(self, matter: Matter) -> list[Actor]:
        """Those through whom they see the matter."""
        return [one for one in actors_seeing(self.rights, matter) if one in self.actors]

    @cached_property
    def changes(self) -> list[Change]:
        """Those that a post of the reader ever takes."""
        return [
            one
            for one in self.room.changes
            if any(one.is_for(actor, self.room.kind) for actor in self.actors)
        ]

    @cached_property
    def changeable(self) -> set[str]:
        return {key for one in self.changes for key in one.columns}

    @cached_property
    def added(self) -> list[Added]:
        return [one for one in self.room.added if one.key in self.changeable]

    @cached_property
    def labels(self) -> dict[str, str]:
        """Of every column but the last two, in order."""
        return dict(self.room.ledger.table_class.ledger_columns()) | {
            one.key: one.label for one in self.added
        }

    def heads(self) -> list[str]:
        marked = [label + (MARK if key in self.changeable else "") for key, label in self.labels.items()]
        return [*marked, WHY, CODE]

    def rows(self, table: MatterTable, records: Sequence[Any]) -> Iterator[tuple[Any, Cells]]:
        """Each record with its cells."""
        keys = [key for key, _label in table.ledger_columns()]
        shown: dict[int, dict] = {}
        for one, actor in product(self.changes, self.actors):
            for pk, cells in one.shows(actor, records).items():
                shown.setdefault(pk, {}).update(cells)
        for record, values in zip(records, table.ledger_rows(iter(records)), strict=True):
            more = {one.key: one.value(record) for one in self.added}
            yield record, dict(zip(keys, values, strict=True)) | more | shown.get(record.pk, {})


def told(value: object) -> str:
    """A cell as it is compared: a day as 2026-03-05 however it is written, no blanks at the ends of lines."""
    if isinstance(value, datetime):
        moment = timezone.localtime(value) if timezone.is_aware(value) else value
        return f"{moment:%Y-%m-%d}"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    lines = visible(plain(value)).replace("\r", "\n").split("\n")
    words = "\n".join(line.rstrip() for line in lines).strip()[:LONGEST]
    if found := DAY.fullmatch(words):
        return "{}-{:0>2}-{:0>2}".format(*found.groups())
    return words
