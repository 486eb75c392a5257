"""The copy that travels hidden in the workbook: what stood in each row when it was made, row by row sealed, so that nobody gives
out another for it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.crypto import constant_time_compare, salted_hmac

FIRST = "bureau-ledger-1"  # in the first cell of the hidden sheet, by which it is found whatever it is called


@dataclass(frozen=True)
class Sealed:
    """A row as it was: the matter, and what stood in the cells."""

    pk: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Base:
    """Of which ledger, by whom, when, with which columns."""

    kind: str
    maker: str
    at: datetime
    labels: tuple[str, ...]

    def head(self) -> list[list[str]]:
        about = [FIRST, self.kind, self.maker, self.at.isoformat(), self.seal()]
        return [about, ["识别码", *self.labels, "封签"]]

    def row(self, row: Sealed) -> list[str]:
        return [str(row.pk), *row.cells, self.seal(row)]

    def seal(self, row: Sealed | None = None) -> str:
        of_row = [row.pk, row.cells] if row else []
        words = [self.kind, self.maker, self.at.isoformat(), self.labels, *of_row]
        return salted_hmac("matters.reimport", json.dumps(words), algorithm="sha256").hexdigest()[:40]

    def is_sealed(self, seal: str, row: Sealed | None = None) -> bool:
        return constant_time_compare(seal, self.seal(row))


def base_in(rows: Sequence[Sequence[str]]) -> Base | None:
    """What the first two rows of a hidden sheet say; None where they were not made here."""
    about, heads = list(rows[0]), [one for one in rows[1] if one] if len(rows) > 1 else []
    try:
        _first, kind, maker, at, seal = about[:5]
        base = Base(kind, maker, datetime.fromisoformat(at), tuple(heads[1:-1]))
    except ValueError:
        return None
    return base if base.is_sealed(seal) else None
