"""The papers of the corpus: texts that say how they look, made into the files they stand for, and their right readings.

A paper has a head (`habit`, `kinds`, `form`, `units`, `hide`, `merge`), its body and its items, parted by `---`. An item is
`words in its text | lead | co | due | 长期`: `-` is none, `?` is not asked. In the body of a Word paper `|a|b|` is a row of a table
(`^`: merged with the cell above, `<`: with the one before), `[框]` a text box, `[嵌]` a table in a table, `[脚注]` a footnote, `[页眉]` a header, `[标题]` a
heading by its style, `[#一]` a number that Word counts, `[删段]` a deleted end of a paragraph, `{隐:…}` hidden words. In a sheet `|`
parts the cells, and `=11.3` is a number.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from openpyxl import Workbook

CORPUS = Path(__file__).parent / "corpus"
NUMBERS = {
    "一": ("chineseCounting", "%1、"),
    "（一）": ("chineseCounting", "（%1）"),
    "1": ("decimal", "%1．"),
}
TODAY = date(2026, 11, 30)


@dataclass
class CorpusPaper:
    """One paper as it is written down. `units`: empty for the demo county's."""

    name: str
    habit: str = ""
    kinds: str = ""
    form: str = "docx"
    units: str = ""
    hide: str = ""
    merge: str = ""
    body: list[str] = field(default_factory=list)
    items: list[dict] = field(default_factory=list)

    @property
    def file_name(self) -> str:
        return f"{self.name}.{self.form}"

    def write(self, folder: Path) -> Path:
        path = folder / self.file_name
        (sheet(self) if self.form == "xlsx" else document(self.body)).save(path)
        return path

    @property
    def expected(self) -> dict:
        return {"habit": self.habit, "items": self.items}


def papers() -> list[CorpusPaper]:
    return [parse(path) for path in sorted(CORPUS.glob("*.txt"))]


def parse(path: Path) -> CorpusPaper:
    head, body, items = re.split(r"^---$\n?", path.read_text("utf-8"), flags=re.MULTILINE)
    said = dict(line.split(": ", 1) for line in head.strip().splitlines())
    return CorpusPaper(
        path.stem,
        **said,
        body=body.rstrip("\n").split("\n"),
        items=[item(one) for one in items.strip().splitlines()],
    )


def item(words: str) -> dict:
    has, lead, co, due, *more = (part.strip() for part in words.split(" | "))
    asked = {
        "lead": None if lead == "-" else lead,
        "co": [] if co == "-" else co.split("、"),
        "due": None if due == "-" else due,
        "recurring": bool(more),
    }
    skipped = {name for name, said in (("lead", lead), ("co", co), ("due", due)) if said == "?"}
    return {"has": has} | {name: value for name, value in asked.items() if name not in skipped}


def sheet(paper: CorpusPaper) -> Workbook:
    book = Workbook()
    for line in paper.body:
        book.active.append([value(cell) for cell in line.split("|")])
    for area in paper.merge.split():
        book.active.merge_cells(area)
    for place in paper.hide.split():
        shapes = book.active.row_dimensions if place.isdecimal() else book.active.column_dimensions
        shapes[int(place) if place.isdecimal() else place].hidden = True
    return book


def value(words: str) -> object:
    if words.startswith("="):
        return float(words[1:])
    if re.fullmatch(r"\d{4}/\d+/\d+", words):
        return datetime(*map(int, words.split("/")))
    return int(words) if words.isdecimal() else words.replace("\\n", "\n") or None


def document(body: list[str]):
    paper, rows, notes = Document(), list[list[str]](), list[str]()
    for line in [*body, ""]:
        if line.startswith("|"):
            rows.append(line.strip("|").split("|") if not line.endswith("||") else line[1:-1].split("|"))
            continue
        if rows:
            table(paper, rows)
            rows = []
        if line.startswith("[脚注]"):
            notes.append(line.removeprefix("[脚注]"))
        elif line:
            paragraph(paper, line)
    if notes:
        footnotes(paper, notes)
    return paper


def paragraph(paper, line: str) -> None:
    mark = re.match(r"\[(框|嵌|页眉|标题|题|#[^\]]+)\](.*)$", line)
    kind, words = (mark[1], mark[2]) if mark else ("", line)
    if kind == "框":
        box(paper, words)
    elif kind == "嵌":
        outer = paper.add_table(rows=1, cols=1)
        lines = [row.split("|") for row in words.split("/")]
        inner = outer.cell(0, 0).add_table(len(lines), len(lines[0]))
        fill(inner, lines)
    elif kind == "页眉":
        paper.sections[0].header.paragraphs[0].text = words
    elif kind == "标题":
        paper.add_heading(words, 1)
    else:
        written(paper, words, kind)


def written(paper, words: str, kind: str) -> None:
    one = paper.add_paragraph()
    deleted = words.endswith("[删段]")
    for part in re.split(r"(\{隐:[^}]*\})", words.removesuffix("[删段]")):
        run = one.add_run(part[3:-1] if part.startswith("{隐:") else part)
        run.font.hidden = True if part.startswith("{隐:") else None
    if kind.startswith("#"):
        number(paper, one, kind[1:])
    if deleted:
        one._p.get_or_add_pPr().append(
            parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="9" w:author="a"/></w:rPr>')
        )


def number(paper, one, shape: str) -> None:
    """A level of one list for every shape, so that the finer begin anew below the coarser."""
    numbering = paper.part.numbering_part.element
    if not numbering.xpath('./w:abstractNum[@w:abstractNumId="77"]'):
        levels = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{words.replace("%1", f"%{at + 1}")}"/></w:lvl>'
            for at, (style, words) in enumerate(NUMBERS.values())
        )
        numbering.insert(
            0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>')
        )
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
        )
    level = list(NUMBERS).index(shape)
    one._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
    )


def box(paper, words: str) -> None:
    """As Word writes it: the box, and beside it the same in the older form."""
    one = paper.add_paragraph()
    inside = f"<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>"
    spaces = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' + nsdecls("w")
    one._p.append(
        parse_xml(
            f"<w:r {spaces}><mc:AlternateContent><mc:Choice Requires='wps'>{inside}</mc:Choice>"
            f"<mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


def footnotes(paper, notes: list[str]) -> None:
    told = "".join(
        f'<w:footnote w:id="{at}"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>'
        for at, words in enumerate(notes, start=1)
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    blob = f"<w:footnotes {nsdecls('w')}>{told}</w:footnotes>".encode()
    part = Part(PackURI("/word/footnotes.xml"), kind, blob, paper.part.package)
    paper.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def table(paper, rows: list[list[str]]) -> None:
    fill(paper.add_table(len(rows), max(map(len, rows)), style="Table Grid"), rows)


def fill(made, rows: list[list[str]]) -> None:
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            if words == "^":
                merge_up(made, at, column)
            elif words == "<":
                made.cell(at, column - 1).merge(made.cell(at, column))
            else:
                made.cell(at, column).text = words.replace("\\n", "\n")


def merge_up(made, at: int, column: int) -> None:
    for row, how in ((at - 1, "restart"), (at, None)):
        properties = made.cell(row, column)._tc.get_or_add_tcPr()
        if not properties.findall(qn("w:vMerge")):
            mark = OxmlElement("w:vMerge")
            if how:
                mark.set(qn("w:val"), how)
            properties.append(mark)
