"""The ledger of directives as a sheet: the main columns of its Excel."""

from django.conf import settings

from reports.gist import gist
from reports.prints.press import pdf_of
from reports.typeset.dates import chinese_date
from reports.typeset.sheets import Column, Ledger, Table

MOST_ROWS = 2_000
PROGRESS_WORDS = 30
# Shares of the measure by the ledger's own keys; the others stay in Excel.
COLUMNS = {
    "number": 0.142,
    "title": 0.188,
    "source": 0.1,
    "lead": 0.08,
    "co": 0.08,
    "due": 0.095,
    "stage": 0.065,
    "light": 0.055,
    "progress": 0.15,
}
CENTRED = {"due", "stage", "light"}


def ledger_sheet(table, today) -> Ledger:
    """All rows of a `DirectiveTable`, in its order."""
    columns = table.ledger_columns()
    places = {key: place for place, (key, _label) in enumerate(columns)}
    labels = dict(columns)
    heads = [Column("序号", "center", 0.045)]
    heads += [
        Column(labels[key], "center" if key in CENTRED else "left", part) for key, part in COLUMNS.items()
    ]
    rows = tuple(
        (str(count), *(words(key, row[places[key]]) for key in COLUMNS))
        for count, row in enumerate(table.ledger_rows(), 1)
    )
    return Ledger(
        title="决策督查台账",
        table=Table(tuple(heads), rows),
        date=today,
        left=settings.BUREAU_NAME,
        right=f"共{len(rows)}项　{chinese_date(today)}",
    )


def printed_ledger(table, today) -> tuple[bytes, str]:
    """The PDF of a `DirectiveTable` and its file name; raises PressProblem."""
    return pdf_of(ledger_sheet(table, today)), f"决策督查台账{today:%Y%m%d}.pdf"


def words(key: str, value) -> str:
    """A cell as text; progress in few words, the whole of it stands on the matter's page."""
    if value is None:
        return ""
    if key == "progress":
        return gist(value, PROGRESS_WORDS)
    return f"{value:%Y-%m-%d}" if hasattr(value, "year") else str(value)
