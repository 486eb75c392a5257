"""督办函, 督查通知单 as Word, in 信函格式 (GB/T 9704—2012 §10.1); its head and foot are in `letterhead`."""

from docx.shared import Pt

from bureau.press.typeset.measure import MEASURE
from bureau.press.typeset.notice import (
    FIELD_PADDING,
    FIELD_SIZE,
    FIELD_WIDTHS,
    note_line,
    signature_lines,
    signature_place,
)
from bureau.press.typeset.sheets import Notice

from .grid import add_row, fill, grid
from .letterhead import letterhead
from .measures import ROW
from .parts import annex_list, annexes, text
from .text import CENTRE, blank, body, gap, left, line, run, title
from .xml import put, twips

FIELD_ROW, FIELD_AIR = Pt(19), 2  # pt


def write_letter(document, sheet: Notice, press) -> None:
    letterhead(document, sheet, press)
    title(document, sheet.title, sheet.names)
    blank(document)
    left(document, sheet.main_to)
    text(document, sheet.body, sheet.inserts, press)
    fields(document, sheet)
    annex_list(document, sheet.annexes, press)
    if not sheet.rooms:
        signature(document, sheet, press)
    body(document, note_line(sheet))
    annexes(document, sheet, press)


def fields(document, sheet: Notice) -> None:
    """Label and text, and the rows that are left blank to be written in."""
    if not sheet.fields and not sheet.rooms:
        return
    gap(document, ROW.pt / 2)
    made = grid(document, FIELD_WIDTHS, padding=(FIELD_AIR, FIELD_PADDING))
    for label, words in sheet.fields:
        field(made, label, words)
    for label, lines in sheet.rooms:
        field(made, label, "", lines * ROW.pt)


def field(made, label: str, words: str, height: float = 0) -> None:
    first, second = add_row(made, FIELD_WIDTHS, height)
    fill(first, label, "hei", Pt(FIELD_SIZE), FIELD_ROW, CENTRE)
    fill(second, words, "song", Pt(FIELD_SIZE), FIELD_ROW)


def signature(document, sheet: Notice, press) -> None:
    """The organ centred above the date, the date four characters in, with the text above it on one page."""
    gap(document, 1.5 * ROW.pt)
    lines = signature_lines(sheet)
    indent, width = signature_place(lines, press.metrics)
    for words in lines:
        made = line(document, CENTRE)
        put(made._p.get_or_add_pPr(), "ind", left=twips(indent), right=twips(MEASURE - indent - width))
        run(made, words, spacing=0)
    for above in document.paragraphs[-4:-1]:
        above.paragraph_format.keep_with_next = True
