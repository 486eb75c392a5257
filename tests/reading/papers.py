"""Papers built the way other counties write them."""

import io
from datetime import date

from docx import Document
from openpyxl import Workbook

from directives.reading import Reading, read

from .county import directory

UNITS = directory()
TODAY = date(2026, 11, 23)


def rows(*lines, merge=(), title=None) -> io.BytesIO:
    """A workbook of one sheet."""
    return sheets({title or "Sheet1": (lines, merge)})


def sheets(content: dict) -> io.BytesIO:
    """A workbook: sheet name → (rows, merged ranges)."""
    book = Workbook()
    book.remove(book.active)
    for name, (lines, merged) in content.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
        for area in merged:
            sheet.merge_cells(area)
    return saved(book)


def paper(*paragraphs) -> io.BytesIO:
    """A Word document; a paragraph that is a list of rows becomes a table."""
    document = Document()
    for paragraph in paragraphs:
        if isinstance(paragraph, str):
            document.add_paragraph(paragraph)
        else:
            add_table(document, paragraph)
    return saved(document)


def add_table(document, lines):
    """A table of equal rows."""
    table = document.add_table(rows=len(lines), cols=len(lines[0]))
    for row, line in zip(table.rows, lines, strict=True):
        for cell, words in zip(row.cells, line, strict=True):
            cell.text = words
    return table


def minutes(*body) -> io.BytesIO:
    """Minutes of 12 October 2026 with this body."""
    return paper("桃溪县人民政府常务会议纪要", "〔2026〕9号", "2026年10月12日", *body)


def saved(thing) -> io.BytesIO:
    """The bytes of a document or workbook, ready to read."""
    stream = io.BytesIO()
    thing.save(stream)
    stream.seek(0)
    return stream


def reading(stream) -> Reading:
    """Read with the demo county on the day of the tests."""
    return read(stream, UNITS, TODAY)


def told(stream) -> list[tuple]:
    """(text, lead, co, due, recurring) of every item."""
    return [
        (item.text, item.lead, list(item.co), item.due and item.due.isoformat(), item.recurring)
        for item in reading(stream).items
    ]
