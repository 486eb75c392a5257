"""督办函, 督查通知单 as Word, in 信函格式 (GB/T 9704—2012 §10.1); its head and foot are in `letterhead`."""

from docx.shared import Pt

from bureau.press.typeset.notice import (
    FIELD_PADDING,
    FIELD_SIZE,
    FIELD_WIDTHS,
    note_line,
    signature_lines,
)
from bureau.press.typeset.sheets import Notice

from .grid import add_row, fill, grid
from .letterhead import letterhead
from .measures import ROW
from .parts import annex_list, annexes, signature, text
from .tail import copies
from .text import CENTRE, blank, body, gap, left, title

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
        signature(document, signature_lines(sheet), press)
    body(document, note_line(sheet))
    annexes(document, sheet, press)
    copies(document, sheet.copy_to)


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
