"""The words of a .docx, .xlsx or PDF, written to the standard output. Run by its path as a program of its own, with the file on
its standard input: `wording.py KIND`. It stops at so many characters and pages; of `pages`, which are JSON, a null at the end
says that it did."""

import json
import re
import resource
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import Any

MEMORY = 2 * 1024**3  # bytes
MOST = 100_000  # characters
PAGES = 300
RULES, DRAWN = 4, 6_000  # lines of a table with one cell; what has more on a page is a drawing
CLOSE = 3  # points
TEXT = "{*}t"
Box = tuple[float, float, float, float]  # left, top, right, bottom, in points


def of_docx(content: bytes) -> Iterator[str]:
    from xml.etree import ElementTree
    from zipfile import ZipFile

    with ZipFile(BytesIO(content)) as parts, parts.open("word/document.xml") as body:
        for _event, one in ElementTree.iterparse(body):
            if one.tag.endswith("}p"):
                yield "".join(text.text or "" for text in one.iterfind(f".//{TEXT}"))
                one.clear()


def of_xlsx(content: bytes) -> Iterator[str]:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            for row in sheet.iter_rows(values_only=True, max_col=60):
                yield " ".join(str(cell) for cell in row if cell is not None)


def whole(text: str) -> str:
    """Chinese goes on in the next line without a space."""
    return re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*\r?\n(?=[\u3000-\u9fff\uff00-\uffef])", "", text)


def of_pdf(content: bytes) -> Iterator[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    for number in range(min(len(document), PAGES)):
        yield whole(document[number].get_textpage().get_text_range())


def pages_of_pdf(content: bytes) -> Iterator[str]:
    """Its lines as they stand on its pages, and its ruled tables: rows of `[words, [row, column]]`, the place being that of the
    cell which really stands there. A page without rules, or with a drawing of thousands
    of lines, is not searched for tables."""
    import pdfplumber
    import pypdfium2

    document, drawn = pypdfium2.PdfDocument(content), pdfplumber.open(BytesIO(content))
    for number in range(min(len(document), PAGES)):
        blocks = list(blocks_of(drawn.pages[number])) if is_ruled(document[number]) else []
        if not any(isinstance(block, list) for block in blocks):
            blocks = document[number].get_textpage().get_text_range().splitlines()
        yield from (json.dumps(block) for block in blocks)
        drawn.pages[number].close()
    if len(document) > PAGES:
        yield "null"


def is_ruled(page: Any) -> bool:
    from pypdfium2.raw import FPDF_PAGEOBJ_PATH

    paths = page.get_objects(filter=[FPDF_PAGEOBJ_PATH], max_depth=2)
    return RULES <= sum(1 for _one in islice(paths, DRAWN + 1)) <= DRAWN


def blocks_of(page: Any) -> Iterator[str | list]:
    """From the top down: the lines between its tables, and the tables, each with the lines that stand beside it."""
    tables = sorted(page.find_tables(), key=lambda table: table.bbox[1])
    cells = [cell for table in tables for cell in table.cells]
    top = page.bbox[1]
    for table in [*tables, None]:
        bottom = table.bbox[1] if table else page.bbox[3]
        if bottom - top > 1:
            yield from text_in(page, (page.bbox[0], top, page.bbox[2], bottom)).splitlines()
        if table:
            yield cells_of(page, table)
            beside = (page.bbox[0], top, page.bbox[2], table.bbox[3])
            yield from text_in(page, beside, but=cells).splitlines()
            top = max(top, table.bbox[3])


def text_in(page: Any, box: Box, but: Sequence[Box] = ()) -> str:
    """Of the signs that lie in the box and in none of those `but`."""
    from pdfplumber.utils.text import extract_text

    inside = [
        sign for sign in page.chars if lies_in(sign, box) and not any(lies_in(sign, one) for one in but)
    ]
    return extract_text(inside, y_tolerance=5)


def lies_in(sign: dict, box: Box) -> bool:
    """By its middle: a tall one reaches into the next row."""
    left, top, right, bottom = box
    return left <= half(sign["x0"], sign["x1"]) < right and top <= half(sign["top"], sign["bottom"]) < bottom


def cells_of(page: Any, table: Any) -> list[list[tuple[str, tuple[int, int]]]]:
    """Every place of the grid that the rules make, with the cell that covers it."""
    across = edges(one for cell in table.cells for one in (cell[0], cell[2]))
    down = edges(one for cell in table.cells for one in (cell[1], cell[3]))
    said = {cell: text_in(page, cell) for cell in table.cells}
    rows = []
    for at, middle in enumerate(map(half, down, down[1:])):
        row = []
        for column, centre in enumerate(map(half, across, across[1:])):
            over = next((c for c in table.cells if c[0] < centre < c[2] and c[1] < middle < c[3]), None)
            place = (nearest(down, over[1]), nearest(across, over[0])) if over else (at, column)
            row.append((said[over] if over else "", place))
        rows.append(row)
    return rows


def edges(found: Iterator[float]) -> list[float]:
    """In order, what lies closer together than two rules can taken as one."""
    kept: list[float] = []
    for one in sorted(found):
        if not kept or one - kept[-1] > CLOSE:
            kept.append(one)
    return kept


def half(one: float, other: float) -> float:
    return (one + other) / 2


def nearest(places: list[float], wanted: float) -> int:
    return min(range(len(places)), key=lambda at: abs(places[at] - wanted))


READERS = {"docx": of_docx, "xlsx": of_xlsx, "pdf": of_pdf, "pages": pages_of_pdf}


def main(kind: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    if sys.stdin.seekable():
        sys.stdin.buffer.seek(0)
    left = MOST * (10 if kind == "pages" else 1)
    for words in READERS[kind](sys.stdin.buffer.read()):
        if kind == "pages" and len(words) > left:
            sys.stdout.buffer.write(b"null\n")
            return
        if said := words.strip()[:left]:
            sys.stdout.buffer.write(f"{said}\n".encode("utf-8", "ignore"))
            left -= len(said)
        if left <= 0:
            return


if __name__ == "__main__":
    main(sys.argv[1])
