"""Tables, charts, photos: in the text with their captions, or as an annex."""

from io import BytesIO

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from bureau.press.typeset.charts import chart_words
from bureau.press.typeset.columns import column_widths
from bureau.press.typeset.inserts import fitting
from bureau.press.typeset.measure import CELL_PADDING, MEASURE
from bureau.press.typeset.render import chart_png
from bureau.press.typeset.sheets import Chart, Picture, Table, head_places, head_rows
from bureau.press.typeset.tidy import tidy, tidy_lines

from .grid import add_row, fill, grid
from .measures import ANNEX, ANNEX_ROW, TABLE, TABLE_ROW
from .text import CENTRE, body, gap, line, run
from .xml import put

CELL_AIR = 2  # pt above and below the text of a cell
AIR = Pt(14.5)  # half a row around an insert
SOURCE = Pt(10.5)
IN_TEXT, IN_ANNEX = (TABLE, TABLE_ROW), (ANNEX, ANNEX_ROW)
ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def insert(holder, one, press) -> None:
    """With its caption above a table, below anything else."""
    words = f"{one.label}　{one.title}"
    if isinstance(one.content, Table):
        caption(holder, words, before=True)
        content(holder, one.content, press, words)
        gap(holder, AIR.pt)
    else:
        content(holder, one.content, press, words, keep=True)
        caption(holder, words)


def caption(holder, words: str, before: bool = False) -> None:
    made = []
    for words_of_line in tidy_lines(words):
        made.append(line(holder, CENTRE, height=TABLE_ROW))
        made[-1].paragraph_format.keep_with_next = True
        run(made[-1], words_of_line, "hei", TABLE, spacing=0)
    if before:
        made[0].paragraph_format.space_before = AIR
    else:
        made[-1].paragraph_format.keep_with_next = False
        made[-1].paragraph_format.space_after = AIR


def content(
    holder, what, press, said: str, keep: bool = False, type_=IN_TEXT, measure: float = MEASURE
) -> None:
    """`said`: what a picture is of; `keep` on one page with what follows; `type_`: of a table, its size and line; `measure`
    in pt."""
    if isinstance(what, Table):
        table(holder, what, press, type_, measure)
    elif isinstance(what, Chart):
        words = f"{tidy(said)}。{chart_words(what)}"
        picture(holder, chart_png(what, press.folder), measure, words, keep)
    elif isinstance(what, Picture):
        picture(holder, what.jpeg, fitting(what), tidy(said), keep)
    else:
        body(holder, what)


def picture(holder, data: bytes, width: float, said: str, keep: bool) -> None:
    """`width` in pt; `said` for who hears it."""
    made = holder.add_paragraph()
    form = made.paragraph_format
    form.alignment, form.keep_with_next = CENTRE, keep
    form.space_before, form.space_after, form.line_spacing = AIR, Pt(0), 1
    put(made._p.get_or_add_pPr(), "snapToGrid", val=0)
    inline = made.add_run().add_picture(BytesIO(data), width=Pt(width))._inline
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    inline.docPr.set("descr", said)


def table(holder, what: Table, press, type_, measure: float) -> None:
    """A head that returns on each page, rows never cut, a line over each group."""
    widths = column_widths(what, measure, press.metrics, type_[0].pt)
    made = grid(holder, widths, padding=(CELL_AIR, CELL_PADDING))
    heads(made, what, widths, type_)
    aligns, start = [column.align for column in what.columns], 0
    for name, count in what.groups or (("", len(what.rows)),):
        if name:
            group(made, f"{name}（{count}）", widths, type_)
        for cells in what.rows[start : start + count]:
            row(made, cells, aligns, widths, "song", type_)
        start += count
    if what.source:
        words = line(holder, height=type_[1])
        run(words, tidy(what.source), size=SOURCE, spacing=0)


def heads(made, what: Table, widths, type_) -> None:
    """The rows of the head, cells over several columns and rows as one; they return on each page."""
    tops = head_rows(what)
    rows = [add_row(made, widths) for _ in tops]
    for number, (row_of_heads, places) in enumerate(zip(tops, head_places(tops), strict=True)):
        put(made.rows[number]._tr.trPr, "tblHeader")
        for head, at in zip(row_of_heads, places, strict=True):
            cell, last = rows[number][at], rows[number + head.rows - 1][at + head.columns - 1]
            whole = cell.merge(last) if cell is not last else cell
            whole.width = Pt(sum(widths[at : at + head.columns]))
            fill(whole, head.words, "hei", *type_, ALIGN["center"])


def row(made, texts, aligns, widths, role: str, type_) -> None:
    for cell, words, align in zip(add_row(made, widths), texts, aligns, strict=True):
        fill(cell, words, role, *type_, ALIGN[align])


def group(made, words: str, widths, type_) -> None:
    cells = add_row(made, widths)
    whole = cells[0].merge(cells[-1])
    whole.width = Pt(sum(widths))
    fill(whole, words, "hei", *type_, ALIGN["left"])
    for paragraph in whole.paragraphs:
        paragraph.paragraph_format.keep_with_next = True
