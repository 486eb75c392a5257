"""What is encrypted with an earlier `VAULT_KEY` is encrypted with the present one. A storey that keeps something sealed says
so here, when the application starts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Model

from bureau.files import store
from bureau.org import cipher

BATCH = 500  # rows of one transaction
TABLES: dict[type[Model], Callable[[Any], None]] = {}


def covers(model: type[Model], also: Callable[[Any], None] = lambda row: None) -> None:
    """Rows of `model` hold cipher text in `sealed`, bound to `about`. `also`: what else is renewed with a row."""
    TABLES[model] = also


def file_too(row: Any) -> None:
    """For `covers`: with the row, the file of the store that is bound to the same (`sha256`). Raises cipher.Unreadable."""
    try:
        content = store.open_sealed(row.sha256, row.about)
    except FileNotFoundError as lost:
        raise cipher.Unreadable(str(lost)) from lost
    before = row.sha256
    transaction.on_commit(lambda: store.drop_sealed(before))
    row.sha256 = store.put_sealed(content, row.about)
    row.save(update_fields=["sha256"])


@dataclass
class Renewed:
    """How many rows are written anew, and how many opened with none of the keys."""

    done: int = 0
    closed: int = 0


def renew() -> Renewed:
    """Interrupted, it begins again where it has to."""
    count = Renewed()
    for model in TABLES:
        last = 0
        while rows := renew_batch(model, last, count):
            last = rows[-1].pk
    return count


@transaction.atomic
def renew_batch(model: Any, after: int, count: Renewed) -> list[Model]:
    """The next rows behind `after`; none when there are no more."""
    found = model._default_manager.select_for_update().filter(pk__gt=after, sealed__isnull=False)
    rows = list(found.order_by("pk")[:BATCH])
    anew = list(renewed(rows, TABLES[model], count))
    model._default_manager.bulk_update(anew, ["sealed"])
    count.done += len(anew)
    return rows


def renewed(rows: list[Any], also: Callable[[Any], None], count: Renewed) -> Iterator[Model]:
    """Those that were written with an earlier key."""
    for row in rows:
        if cipher.is_current(bytes(row.sealed)):
            continue
        try:
            row.sealed = cipher.renewed(bytes(row.sealed), row.about)
            also(row)
        except cipher.Unreadable:
            count.closed += 1
        else:
            yield row
