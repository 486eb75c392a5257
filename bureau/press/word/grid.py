"""Tables of fixed columns: the annexes', the frame for a leader, the fields of a letter, 报尾."""

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Pt

from bureau.press.typeset.tidy import tidy_lines

from .text import run, set_solid
from .xml import element, put, twips

SIDES = ("top", "left", "bottom", "right")


def grid(holder, widths, style: str = "Table Grid", padding=(0, 0)):
    """An empty table whose columns are `widths` pt wide; `padding` of its cells in pt, above and beside."""
    made = holder.add_table(rows=0, cols=len(widths), style=style)
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    put(made._tbl.tblPr, "tblW", w=twips(sum(widths)), type="dxa")
    margins = put(made._tbl.tblPr, "tblCellMar")
    for side, points in zip(SIDES, padding * 2, strict=True):
        margins.append(element(side, w=twips(points), type="dxa"))
    for column, width in zip(made._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Pt(width)
    return made


def add_row(made, widths, height: float = 0):
    """A row that is not cut; of exactly `height` pt, or as high as its text. Gives its cells."""
    added = made.add_row()
    properties = added._tr.get_or_add_trPr()
    put(properties, "cantSplit")
    if height:
        put(properties, "trHeight", val=twips(height), hRule="exact")
    cells = added.cells
    for cell, width in zip(cells, widths, strict=True):
        cell.width = Pt(width)
        put(cell._tc.get_or_add_tcPr(), "vAlign", val="center")
    return cells


def fill(cell, words: str, role: str, size, height, align=None) -> None:
    """Plain lines, each `height` high."""
    for number, words_of_line in enumerate(tidy_lines(words) or [""]):
        made = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        made.alignment = align
        set_solid(made, height)
        run(made, words_of_line, role, size, spacing=0)
