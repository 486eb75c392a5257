"""Tables, charts, photos: in the text with their captions, or as an annex."""

from io import BytesIO

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from reports.typeset.columns import column_widths
from reports.typeset.inserts import fitting
from reports.typeset.measure import CELL_PADDING, MEASURE
from reports.typeset.render import chart_png
from reports.typeset.sheets import Chart, Picture, Table
from reports.typeset.tidy import tidy_lines

from .measures import TABLE, TABLE_ROW
from .text import body, line, run
from .xml import element, put

ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def insert(holder, one, press) -> None:
    """With its caption above a table, below anything else."""
    words = f"{one.label}　{one.title}"
    if isinstance(one.content, Table):
        caption(holder, words, keep=True)
        content(holder, one.content, press)
    else:
        content(holder, one.content, press, keep=True)
        caption(holder, words)


def caption(holder, words: str, keep: bool = False) -> None:
    made = line(holder, WD_ALIGN_PARAGRAPH.CENTER, height=TABLE_ROW)
    made.paragraph_format.keep_with_next = keep
    run(made, words, "hei", TABLE, spacing=0)


def content(holder, what, press, keep: bool = False) -> None:
    if isinstance(what, Table):
        table(holder, what, press)
    elif isinstance(what, Chart):
        picture(holder, chart_png(what, press.folder), MEASURE, keep)
    elif isinstance(what, Picture):
        picture(holder, what.jpeg, fitting(what), keep)
    else:
        body(holder, what)


def picture(holder, data: bytes, width: float, keep: bool) -> None:
    """`width` in pt."""
    made = holder.add_paragraph()
    made.alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.paragraph_format.keep_with_next = keep
    put(made._p.get_or_add_pPr(), "snapToGrid", val=0)
    made.add_run().add_picture(BytesIO(data), width=Pt(width))


def table(holder, what: Table, press) -> None:
    """A head that returns on each page, rows never cut, a line over each group."""
    widths = column_widths(what, MEASURE, press.metrics)
    made = holder.add_table(rows=0, cols=len(what.columns), style="Table Grid")
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    margins = put(made._tbl.tblPr, "tblCellMar")
    for side in ("left", "right"):
        margins.append(element(side, w=round(CELL_PADDING * 20), type="dxa"))
    for column, width in zip(made._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Pt(width)
    heads = [column.head for column in what.columns]
    put(row(made, heads, ["center"] * len(heads), widths, "hei").get_or_add_trPr(), "tblHeader")
    aligns, start = [column.align for column in what.columns], 0
    for name, count in what.groups or (("", len(what.rows)),):
        if name:
            group(made, f"{name}（{count}）", widths)
        for cells in what.rows[start : start + count]:
            row(made, cells, aligns, widths, "song")
        start += count


def row(made, cells, aligns, widths, role: str):
    added = made.add_row()
    put(added._tr.get_or_add_trPr(), "cantSplit")
    for cell, words, align, width in zip(added.cells, cells, aligns, widths, strict=True):
        cell.width = Pt(width)
        fill(cell, words, align, role)
    return added._tr


def group(made, words: str, widths) -> None:
    added = made.add_row()
    put(added._tr.get_or_add_trPr(), "cantSplit")
    whole = added.cells[0].merge(added.cells[-1])
    whole.width = Pt(sum(widths))
    fill(whole, words, "left", "hei")
    whole.paragraphs[0].paragraph_format.keep_with_next = True


def fill(cell, words: str, align: str, role: str) -> None:
    properties = cell._tc.get_or_add_tcPr()
    put(properties, "vAlign", val="center")
    for number, words_of_line in enumerate(tidy_lines(words) or [""]):
        made = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        made.alignment = ALIGN[align]
        made.paragraph_format.line_spacing = TABLE_ROW
        made._p.get_or_add_pPr().append(element("snapToGrid", val=0))
        run(made, words_of_line, role, TABLE, spacing=0)
