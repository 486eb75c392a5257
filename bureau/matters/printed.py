"""A room's ledger as a sheet: the main columns of its Excel, on landscape A4."""

from datetime import date

from django.conf import settings

from bureau.matters.layout import Layout
from bureau.matters.tables import MatterTable
from bureau.press.gist import gist
from bureau.press.printing import pdf_of
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Column, Ledger, Table

MOST_ROWS = 2_000
ORDINAL = 0.036
CENTRED = {"date", "due", "answered", "stage", "light"}


def ledger_sheet(layout: Layout, table: MatterTable, today: date, title: str = "") -> Ledger:
    """All rows of a room's table, in its order."""
    columns = table.ledger_columns()
    places = {key: place for place, (key, _label) in enumerate(columns)}
    rows = tuple(
        (str(count), *(words(layout, key, row[places[key]]) for key in layout.shares))
        for count, row in enumerate(table.ledger_rows(), 1)
    )
    return Ledger(
        title=title or layout.title,
        table=Table(heads(layout, dict(columns)), rows),
        date=today,
        left=settings.BUREAU_NAME,
        right=f"共{len(rows)}项　{chinese_date(today)}",
    )


def heads(layout: Layout, labels: dict[str, str]) -> tuple[Column, ...]:
    named = (
        Column(labels[key], "center" if key in CENTRED else "left", part)
        for key, part in layout.shares.items()
    )
    return Column("序号", "center", ORDINAL), *named


def printed_ledger(layout: Layout, table: MatterTable, today: date) -> tuple[bytes, str]:
    """The PDF of a room's table and its file name; raises PressProblem."""
    return pdf_of(ledger_sheet(layout, table, today)), f"{layout.title}{today:%Y%m%d}.pdf"


def words(layout: Layout, key: str, value: object) -> str:
    """A cell as text."""
    if value is None:
        return ""
    if key in layout.gists:
        return gist(str(value), layout.gists[key])
    return f"{value:{layout.day}}" if hasattr(value, "year") else str(value)
