"""Lists as Excel: the columns of the ledger, typed cells, and no text that Excel could run as a formula."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from contextlib import contextmanager, suppress
from datetime import date, datetime
from typing import Any, Protocol
from urllib.parse import quote

from django.http import HttpResponse
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side

from bureau.org.watching import say

MOST_ROWS = 50_000
COMMANDS = tuple("=+-@\t")  # with which Excel lets a formula begin
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = {"title": 60, "number": 18, "co": 30, "progress": 50, "source": 32, "paper": 40, "words": 60}
THIN = Border(*[Side(style="thin", color="999999")] * 4)


class Ledger(Protocol):
    """What is exported: a table of django-tables2 that says its columns and rows as Excel has them."""

    @property
    def rows(self) -> Sized: ...
    def ledger_columns(self) -> list[tuple[str, str]]: ...
    def ledger_rows(self) -> Iterable[Sequence]: ...


def download(response_class: type[HttpResponse], table: Ledger, name: str, by: str = "") -> HttpResponse:
    """The whole table, all pages, as a download named with today's date. `by`: who exported it and when."""
    response = response_class(content_type=TYPE)
    write(table, name, response, by=by)
    say(response, f"，{len(table.rows)}行")
    return as_download(response, name)


def as_download(response: HttpResponse, name: str) -> HttpResponse:
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(file_name(name))}"
    return response


def file_name(name: str) -> str:
    return f"{name}{timezone.localdate():%Y%m%d}.xlsx"


def write(
    table: Ledger,
    name: str,
    out: Any,
    step: Callable[[int, int], None] = lambda done, total: None,
    by: str = "",
) -> None:
    """One sheet into the binary file `out`: head row frozen and bold, then `table.ledger_rows()`, row by row;
    no more than a few hundred are held at a time. `step` is told how far it is; `by` stands at the foot of each printed page."""
    book = Workbook(write_only=True)
    styles(book)
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    sheet.oddFooter.center.text = by.replace("&", "&&") or None
    columns = table.ledger_columns()
    for place, (key, _label) in enumerate(columns):
        sheet.column_dimensions[chr(ord("A") + place)].width = WIDTHS.get(key, 14)
    total = len(table.rows)
    with nothing_left_lying(sheet):
        sheet.append([cell(sheet, label, "ledger-head") for _key, label in columns])
        for done, row in enumerate(table.ledger_rows()):
            step(done, total)
            sheet.append([cell(sheet, value) for value in row])
        book.save(out)


@contextmanager
def nothing_left_lying(sheet: Any) -> Iterator[None]:
    """A sheet that could not be written to its end would lie in the temporary folder until the program ends."""
    try:
        yield
    except BaseException:
        with suppress(AttributeError, FileNotFoundError):  # nothing was written yet, or it is gone already
            sheet._writer.cleanup()
        raise


def styles(book: Workbook) -> None:
    """Three named styles, made once: a style per cell costs more than all the rest."""
    middle = Alignment(wrap_text=True, vertical="center")
    book.add_named_style(NamedStyle("ledger-text", font=Font(name="宋体"), border=THIN, alignment=middle))
    dates = NamedStyle("ledger-date", font=Font(name="宋体"), border=THIN, alignment=middle)
    dates.number_format = "yyyy-mm-dd"
    book.add_named_style(dates)
    centre = Alignment(wrap_text=True, vertical="center", horizontal="center")
    head = NamedStyle("ledger-head", font=Font(name="宋体", bold=True), border=THIN, alignment=centre)
    book.add_named_style(head)


def cell(sheet: Any, value: object, style: str = "ledger-text") -> WriteOnlyCell:
    """Dates and numbers keep their type; everything else is text, whatever it begins with, also once somebody has edited it."""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    made = WriteOnlyCell(sheet, value=value if isinstance(value, date | int | float) else plain(value))
    if not isinstance(value, date | int | float):
        made.data_type = "s"
    made.style = "ledger-date" if isinstance(value, date) else style
    if made.data_type == "s" and made.value[:1] in COMMANDS:
        made.quotePrefix = True
    return made


def plain(value: object) -> str:
    return ILLEGAL_CHARACTERS_RE.sub("", "" if value is None else str(value))
