"""A Word document → its lines and tables in order, as their readers see them, with what its author has hidden."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from bureau.files.grids import Cell, Grid
from bureau.org.reading.words import tidy
from bureau.org.visible import visible

from .autonumbers import AutoNumbers
from .items import Fate
from .page import Line

TRANSPARENT = {
    qn("w:sdt"),
    qn("w:sdtContent"),
    qn("w:ins"),
    qn("w:smartTag"),
    qn("w:customXml"),
    qn("w:moveTo"),
}
BOX = qn("w:txbxContent")
GONE = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:pPr"),
    qn("w:tbl"),
    BOX,
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
MARGINS = {"header": "页眉", "footer": "页脚"}
NOTES = {"footnotes": ("脚注", qn("w:footnote")), "endnotes": ("尾注", qn("w:endnote"))}
COLUMNS = 60


def blocks(stream: BinaryIO) -> Iterator[Line | Grid]:
    """Lines with words, and tables, in document order; then notes, then what stands in the margins of its pages."""
    document = Document(stream)
    reader = Reader(document)
    yield from reader.read(_children(document.element.body))
    yield from reader.read_related(document.part)


class Reader:
    """Walks one document; `lines` and `tables` count."""

    def __init__(self, document: Any):
        numbering = next(
            (
                rel.target_part
                for rel in document.part.rels.values()
                if not rel.is_external and rel.reltype.endswith("/numbering")
            ),
            None,
        )
        self.numbers = AutoNumbers(_root(numbering) if numbering else None, document.styles.element)
        self.lines = self.tables = self.boxes = 0
        self.unseen: list[str] = []  # hidden words of the table that is read

    def read(self, elements: Iterator[Any], stream: str = "") -> Iterator[Line | Grid]:
        held = ""
        for element in elements:
            if element.tag == qn("w:tbl"):
                yield from self.table(element)
            elif element.tag == qn("w:p"):
                words = held + _text(element)
                held = words if _runs_into_next(element) else ""
                if not held:
                    yield from self.paragraph(element, words, stream)
        yield from self.split(held, stream)

    def paragraph(self, element: Any, words: str, stream: str) -> Iterator[Line | Grid]:
        label, listed = self.numbers.label(element)
        heading = self.numbers.is_heading(element)
        yield from self.split(f"{label}{words}" if words.strip() else "", stream, listed, heading)
        if hidden := tidy(_hidden(element)):
            yield _hidden_line(hidden, f"第{self.lines}段")
        for box in _boxes(element):
            self.boxes += 1
            yield from self.read(_children(box), f"文本框{self.boxes}")

    def split(self, words: str, stream: str, listed: bool = False, heading: bool = False) -> Iterator[Line]:
        """A line break makes lines of their own."""
        for one in words.split("\n"):
            if tidy(one):
                self.lines += not stream
                yield Line(one.strip(), self.lines, listed, stream, stream, heading)

    def table(self, element: Any) -> Iterator[Line | Grid]:
        self.tables += 1
        inner: list[Any] = []
        name = f"表{self.tables}"
        yield self.grid(element, name, inner)
        if hidden := tidy(" ".join(self.unseen)):
            yield _hidden_line(hidden, name)
        self.unseen.clear()
        for one in inner:
            if one.tag == BOX:
                self.boxes += 1
                yield from self.read(_children(one), f"文本框{self.boxes}")
            else:
                yield from self.table(one)

    def grid(self, table: Any, name: str, inner: list[Any]) -> Grid:
        grid, above = Grid(name), dict[int, Cell]()
        for number, row in enumerate((c for c in _children(table) if c.tag == qn("w:tr")), start=1):
            if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
                continue
            at = len(grid.rows)
            cells: list[Cell] = []
            before = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
            cells += [Cell(None, (at, c)) for c in range(min(_number(before, 0), COLUMNS))]
            for cell in (c for c in _children(row) if c.tag == qn("w:tc")):
                cells += self.spread(cell, (at, len(cells)), above, inner)
            above = dict(enumerate(cells))
            grid.rows.append(cells[:COLUMNS])
            grid.numbers.append(number)
        return _squared(grid)

    def spread(
        self, cell: Any, origin: tuple[int, int], above: dict[int, Cell], inner: list[Any]
    ) -> list[Cell]:
        """A cell over the columns it spans; one merged from above is the cell above."""
        span = min(_number(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), 1), COLUMNS)
        merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        if merge is not None and merge.get(qn("w:val")) != "restart" and origin[1] in above:
            return [above[origin[1]]] * span
        children = list(_children(cell))
        inner += [one for one in children if one.tag == qn("w:tbl")]
        inner += [box for one in children if one.tag == qn("w:p") for box in _boxes(one)]
        words = [self.cell_words(one) for one in children if one.tag == qn("w:p")]
        return [Cell("\n".join(one for one in words if one.strip()) or None, origin)] * span

    def cell_words(self, paragraph: Any) -> str:
        """A list that numbers the rows has nothing but its numbers in the cell."""
        self.unseen.append(_hidden(paragraph))
        label, _ = self.numbers.label(paragraph)
        return f"{label}{_text(paragraph)}"

    def read_related(self, part: Any) -> Iterator[Line | Grid]:
        """Notes at the foot and the end, then headers and footers, each once."""
        related = [
            (rel.reltype.rsplit("/", 1)[-1], rel.target_part)
            for rel in part.rels.values()
            if not rel.is_external
        ]
        for kind, (name, tag) in NOTES.items():
            notes = (note for found, one in related if found == kind for note in _root(one).iter(tag))
            real = (note for note in notes if note.get(qn("w:type")) in (None, "normal"))
            for number, note in enumerate(real, start=1):
                yield from self.read(_children(note), f"{name}{number}")
        said: set[str] = set()
        for kind, name in MARGINS.items():
            for found, one in related:
                words = tidy(" ".join(_text(p) for p in _root(one).iter(qn("w:p")))) if found == kind else ""
                if words and words not in said:
                    said.add(words)
                    line = Line(words, place=name, stream=name)
                    line.mark(Fate.BACKGROUND, name)
                    yield line


def _root(part: Any) -> Any:
    return part.element if hasattr(part, "element") else parse_xml(part.blob)


def _hidden_line(words: str, place: str) -> Line:
    line = Line(words, place=place, stream="hidden")
    line.mark(Fate.HIDDEN, "作者设为隐藏的文字")
    return line


def _children(element: Any) -> Iterator[Any]:
    for child in element.iterchildren():
        if child.tag in TRANSPARENT:
            yield from _children(child)
        else:
            yield child


def _runs_into_next(paragraph: Any) -> bool:
    """Its end was deleted, so that it reads on in the next paragraph."""
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is not None


def _vanishes(run: Any) -> bool:
    mark = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return mark is not None and mark.get(qn("w:val")) not in ("0", "false", "off")


def _text(element: Any, hidden: bool = False) -> str:
    """All words inside: inserted ones too, deleted ones not; of runs only those that are shown, or only those `hidden`."""
    parts = []
    for child in element.iterchildren():
        if child.tag == qn("w:t"):
            parts.append(visible(child.text or ""))
        elif child.tag in (qn("w:br"), qn("w:cr")):
            parts.append("\n")
        elif child.tag == qn("w:tab"):
            parts.append(" ")
        elif child.tag == qn("w:r"):
            parts.append(_text(child) if _vanishes(child) == hidden else "")
        elif child.tag not in GONE:
            parts.append(_text(child, hidden))
    return "".join(parts)


def _hidden(paragraph: Any) -> str:
    return _text(paragraph, hidden=True)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Text boxes anchored here; the older picture of each that some programs write beside it is the same box."""
    for child in paragraph.iterchildren():
        if child.tag == BOX:
            yield child
        elif child.tag not in GONE:
            yield from _boxes(child)


def _number(element: Any, otherwise: int) -> int:
    value = "" if element is None else element.get(qn("w:val")) or ""
    return int(value) if value.isdecimal() else otherwise


def _squared(grid: Grid) -> Grid:
    wide = max((len(row) for row in grid.rows), default=0)
    for at, row in enumerate(grid.rows):
        row += [Cell(None, (at, column)) for column in range(len(row), wide)]
    return grid
