"""What came back against what stands now: what would change, what was changed here meanwhile, what cannot be taken.

A row is plain data, kept with the import: `number` of its line, `pk`, `name` and `title` of the matter, `seen` (the version it was
compared with), `cells` by key, `why`; `changes`: each with key, label, what was exported, what stands now, what the file has, and
whether both were changed; `left`: the same of columns that cannot be changed at all; `news`: what happened meanwhile; `faults`: pairs of a column's label and a sentence; `outcome`: empty
while it waits."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Q
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.actions import version
from bureau.matters.models import Matter
from bureau.matters.reimport.columns import Columns, told
from bureau.matters.reimport.declared import Cells
from bureau.matters.reimport.reading import Line, Returned
from bureau.matters.reimport.taking import GONE, Faulty, Wish, follow_refusal, rehearse
from bureau.pages.asked import Asked

MOST_CHANGED = 1_000  # rows
Told = Callable[[int, int], None]


def compare(columns: Columns, returned: Returned, step: Told = lambda done, total: None) -> dict[str, Any]:
    """As it is kept. Raises Barred where more was changed than can be taken at once."""
    lines = returned.changed
    if len(lines) > MOST_CHANGED:
        raise Barred(f"改了{len(lines)}行，一次最多导回{MOST_CHANGED}行的改动，请分几份上传。", field="file")
    standing = now_of(columns, [one.pk for one in lines])
    wrong = [[number, sentence] for number, sentence in returned.wrong]
    wrong += [[one.number, GONE] for one in lines if one.pk not in standing]
    rows = []
    for done, one in enumerate(lines):
        step(done, len(lines))
        if one.pk in standing and (row := row_of(columns, one, *standing[one.pk])):
            rows.append(judged(columns, row, returned.base.at))
    return {"rows": rows, "notes": returned.notes, "added": returned.added, "wrong": sorted(wrong)}


def now_of(columns: Columns, keys: Iterable[int]) -> dict[int, tuple[Any, Cells]]:
    """What stands in these rows now, as the reader sees them."""
    table = columns.room.ledger.ledger(Asked.again(columns.person, ""), Q(pk__in=list(keys)))
    records = list(table.records()) if table is not None else []
    return {record.pk: (record, cells) for record, cells in columns.rows(table, records)} if records else {}


def row_of(columns: Columns, line: Line, record: Any, cells: Cells) -> dict[str, Any] | None:
    """None where all that was changed stands so already."""
    keys = {label: key for key, label in columns.labels.items()}
    found = [one for label in line.changed if (one := cell_of(line, label, keys.get(label, ""), cells))]
    if not found:
        return None
    changes = [
        one | {"conflict": one["now"] != one["before"]} for one in found if one["key"] in columns.changeable
    ]
    return {
        "number": line.number,
        "pk": record.pk,
        "name": record.matter.number or "未编号",
        "title": record.matter.title,
        "url": record.matter.get_absolute_url(),
        "seen": version(record),
        "cells": {keys[label]: words for label, words in line.now.items() if label in keys},
        "why": line.why,
        "changes": changes,
        "left": [one for one in found if one["key"] not in columns.changeable],
        "outcome": "",
    }


def cell_of(line: Line, label: str, key: str, cells: Cells) -> dict[str, Any] | None:
    """None where it stands so already. A column that only who made the workbook has is none of the reader's."""
    before, new = line.before[label], line.now[label]
    now = told(cells[key]) if key else before
    return None if new == now else {"key": key, "label": label, "before": before, "now": now, "new": new}


def judged(columns: Columns, row: dict[str, Any], since: Any) -> dict[str, Any]:
    """The row with what would be refused of it, and what happened to the matter since it was exported, where both changed it."""
    faults = [list(one) for one in tried(columns, row)]
    conflicts = any(one["conflict"] for one in row["changes"])
    return row | {"faults": faults, "news": news(columns, row["pk"], since) if conflicts else ""}


def tried(columns: Columns, row: dict[str, Any]) -> list[tuple[str, str]]:
    if not row["changes"]:
        return []
    try:
        rehearse(columns, wish_of(row))
    except Faulty as faulty:
        follow_refusal(columns, faulty)
        return faulty.faults
    return []


def wish_of(row: dict[str, Any], keep: bool = False) -> Wish:
    """What the row asks for; without what was changed here meanwhile where that is to be kept."""
    changed = [one["key"] for one in row["changes"] if not (keep and one["conflict"])]
    return Wish(row["pk"], row["cells"], changed, row["why"])


def news(columns: Columns, pk: int, since: Any) -> str:
    """The last line since then that the reader reads: when, who, what."""
    matter = Matter.objects.get(pk=pk)
    last = matter.entries.readable_by(columns.person, matter).filter(at__gt=since).first()
    return f"{timezone.localtime(last.at):%m-%d %H:%M} {last.sentence}" if last else ""


def again(columns: Columns, row: dict[str, Any], since: Any) -> dict[str, Any] | None:
    """The row compared with what stands now; None where there is nothing to change any more."""
    if not (standing := now_of(columns, [row["pk"]])):
        return row | {"faults": [["", GONE]]}
    record, cells = standing[row["pk"]]
    before = {one["label"]: one["before"] for one in row["changes"]}
    now = {one["label"]: one["new"] for one in row["changes"]}
    line = Line(row["number"], row["pk"], before, now, row["why"])
    found = row_of(columns, line, record, cells)
    return judged(columns, found | {"cells": row["cells"], "left": row["left"]}, since) if found else None


def waiting(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What can still be taken."""
    return (row for row in rows if row["changes"] and not row["outcome"] and not row["faults"])
