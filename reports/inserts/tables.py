"""A table from a ledger: the rows that its conditions give to the drafter now, in the columns chosen, under their groups.

`spec`: {room, query: the ledger's address after 「?」, columns: keys, group: a key or ""}; `data`: {columns: [[label, align]],
rows: [[text]], groups: [[name, count]], matters: [keys]}."""

from django.db.models import Q

from bureau.jobs.barred import Barred
from bureau.matters.rooms import TO_ALL, room_of, rooms
from bureau.pages.asked import Asked
from bureau.press.gist import gist
from bureau.press.typeset.dates import chinese_date
from reports.models import Series

MOST_ROWS = 500
CELL_WORDS = 80  # characters of a cell; the whole of it stands on the matter's page
CENTRED = {"date", "due", "opened", "finished", "answered", "registered", "stage", "light", "rounds"}


def rooms_for(bulletin) -> list[str]:
    """Whose ledger may be quoted in it: some go to leaders alone."""
    to_leaders = bulletin.series == Series.SPECIAL
    return [room.kind for room in rooms() if to_leaders or room.quoted_to == TO_ALL]


def draw_table(person, bulletin, spec: dict) -> dict:
    """Raises Barred where the conditions make no sense, give nothing, or give too much."""
    if spec["room"] not in rooms_for(bulletin):
        raise Barred(f"{bulletin.get_series_display()}不能引用这本台账。")
    table = ledger(person, spec)
    places = [(key, label) for key, label in table.ledger_columns() if key in spec["columns"]]
    keys = [key for key, _label in table.ledger_columns()]
    rows = [dict(zip(keys, row, strict=True)) for row in table.ledger_rows()]
    groups = grouped(rows, spec["group"])
    ordered = [row for _name, own in groups for row in own]
    shown = [(key, label) for key, label in places if key != spec["group"]]
    return {
        "columns": [[label, "center" if key in CENTRED else "left"] for key, label in shown],
        "rows": [[cell(row[key]) for key, _label in shown] for row in ordered],
        "groups": [[name, len(own)] for name, own in groups] if spec["group"] else [],
        "matters": list(table.data.data.values_list("pk", flat=True)),
    }


def ledger(person, spec: dict):
    """The room's own table, without what is sealed: who works on the draft sees less than who drew the table, perhaps."""
    asked = Asked.again(person, spec["query"])
    table = room_of(spec["room"]).ledger.ledger(asked, only=Q(matter__secrecy="normal"))
    if table is None:
        raise Barred("台账的查询条件不成立，请重新填写条件。")
    count = len(table.rows)
    if not count:
        raise Barred("按这些条件查不到事项，请放宽条件。")
    if count > MOST_ROWS:
        raise Barred(f"按这些条件有{count}项，一张表最多{MOST_ROWS}项，请加上条件。")
    return table


def grouped(rows: list[dict], key: str) -> list[tuple[str, list[dict]]]:
    """The rows under what stands in the column `key`, in the order in which that first appears."""
    groups: dict[str, list[dict]] = {}
    for row in rows:
        groups.setdefault(cell(row[key]) or "未填" if key else "", []).append(row)
    return list(groups.items())


def cell(value) -> str:
    """A day as official papers write it; other words in few."""
    if value is None:
        return ""
    return chinese_date(value) if hasattr(value, "year") else gist(str(value), CELL_WORDS)
