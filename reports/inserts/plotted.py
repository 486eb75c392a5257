"""A chart of a table of the drafter's own. `spec`: {table: its number, kind, columns: [their places]}."""

from bureau.jobs.barred import Barred
from reports.figures.charting import MOST_LABELS, MOST_STRANDS
from reports.inserts.sums import kind, number
from reports.models import Insert


def tables(bulletin) -> list:
    """The tables of its own that have figures."""
    made = bulletin.inserts.filter(kind=Insert.Kind.TABLE).exclude(spec__own=None)
    return [one for one in made if figures(one.data)]


def figures(data: dict) -> list[tuple[int, str]]:
    """Place and head of each column of figures; a column that only counts the rows is none."""
    return [(place, label) for place, (label, align) in enumerate(data["columns"]) if align == "right"]


def plot(bulletin, spec: dict) -> dict:
    """Raises Barred where the table is gone, or nothing of it can be drawn."""
    table = next((one for one in tables(bulletin) if one.number == spec["table"]), None)
    if table is None:
        raise Barred(f"表{spec['table']}已不在，或者没有数字栏，画不出图；请另选一张表。")
    known = dict(figures(table.data))
    chosen = [place for place in spec["columns"] if place in known]
    if not chosen:
        raise Barred("请至少选一栏“数据”。")
    if len(chosen) > MOST_STRANDS:
        raise Barred(f"一张图最多画{MOST_STRANDS}栏“数据”。")
    rows = [row for row in table.data["rows"] if kind(row) == "row"]
    if len(rows) > MOST_LABELS:
        raise Barred(f"这张表有{len(rows)}行，一张图最多画{MOST_LABELS}行。")
    name = label_column(table.data)
    strands = [
        {"name": known[place], "values": [value(row[place]) for row in rows], "red": False}
        for place in chosen
    ]
    labels = [row[name] or "—" for row in rows]
    return {"kind": spec["kind"], "labels": labels, "strands": strands, "unit": spec["unit"]}


def label_column(data: dict) -> int:
    """The first column of words; 合计 below a column that counts makes none of it."""
    rows = [row for row in data["rows"] if kind(row) == "row"]
    names = (
        place
        for place, (_label, align) in enumerate(data["columns"])
        if align != "right" and not all(row[place].isdecimal() for row in rows)
    )
    return next(names, 0)


def value(cell: str) -> float | None:
    found = number(cell.rstrip("%％"))
    return float(found) if found is not None else None
