"""A Word document → its paragraphs and tables in order, as their readers see them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from docx import Document
from docx.oxml.ns import qn

from bureau.files.grids import Cell, Grid
from bureau.org.reading.words import tidy
from bureau.org.visible import visible

TRANSPARENT = {
    qn("w:sdt"),
    qn("w:sdtContent"),
    qn("w:ins"),
    qn("w:smartTag"),
    qn("w:customXml"),
    qn("w:moveTo"),
}
HIDDEN = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:txbxContent"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
COLUMNS = 60


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: its words, its number among those with words (from 1), and whether Word numbers it."""

    words: str
    number: int
    listed: bool = False


def blocks(stream: BinaryIO) -> Iterator[Paragraph | Grid]:
    """Paragraphs with words, and tables, in document order."""
    paragraphs = tables = 0
    for element in _children(Document(stream).element.body):
        if element.tag == qn("w:tbl"):
            tables += 1
            yield _grid(element, f"表{tables}")
        elif element.tag == qn("w:p"):
            for words in _text(element).split("\n"):
                if tidy(words):
                    paragraphs += 1
                    yield Paragraph(
                        words.strip(), paragraphs, element.find(f".//{qn('w:numPr')}") is not None
                    )


def _children(element: Any) -> Iterator[Any]:
    for child in element.iterchildren():
        if child.tag in TRANSPARENT:
            yield from _children(child)
        else:
            yield child


def _text(element: Any) -> str:
    """All words inside, inserted ones too, deleted ones not."""
    parts = []
    for child in element.iterchildren():
        if child.tag == qn("w:t"):
            parts.append(visible(child.text or ""))
        elif child.tag in (qn("w:br"), qn("w:cr")):
            parts.append("\n")
        elif child.tag == qn("w:tab"):
            parts.append(" ")
        elif child.tag not in HIDDEN and child.tag not in (qn("w:pPr"), qn("w:tbl")):
            parts.append(_text(child))
    return "".join(parts)


def _grid(table: Any, name: str) -> Grid:
    grid, above = Grid(name), dict[int, Cell]()
    for number, row in enumerate((c for c in _children(table) if c.tag == qn("w:tr")), start=1):
        cells: list[Cell] = []
        before = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
        cells += [Cell(None, (number - 1, c)) for c in range(min(_number(before, 0), COLUMNS))]
        for cell in (c for c in _children(row) if c.tag == qn("w:tc")):
            cells += _spread(cell, (number - 1, len(cells)), above)
        above = dict(enumerate(cells))
        grid.rows.append(cells[:COLUMNS])
        grid.numbers.append(number)
    return _squared(grid)


def _spread(cell: Any, origin: tuple[int, int], above: dict[int, Cell]) -> list[Cell]:
    """A cell over the columns it spans; one merged from above is the cell above."""
    span = min(_number(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), 1), COLUMNS)
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    if merge is not None and merge.get(qn("w:val")) != "restart" and origin[1] in above:
        return [above[origin[1]]] * span
    paragraphs = (_text(p) for p in _children(cell) if p.tag == qn("w:p"))
    return [Cell("\n".join(words for words in paragraphs if words.strip()) or None, origin)] * span


def _number(element: Any, otherwise: int) -> int:
    value = "" if element is None else element.get(qn("w:val")) or ""
    return int(value) if value.isdecimal() else otherwise


def _squared(grid: Grid) -> Grid:
    wide = max((len(row) for row in grid.rows), default=0)
    for at, row in enumerate(grid.rows):
        row += [Cell(None, (at, column)) for column in range(len(row), wide)]
    return grid
