"""报尾: a table that stands at the foot of the page on which the document ends."""

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Pt

from reports.typeset.measure import MEASURE
from reports.typeset.sheets import Bulletin
from reports.typeset.tidy import tidy

from .grid import add_row, grid, set_solid
from .measures import BLACK, SMALL
from .text import run
from .xml import element, put, twips

ROW, INSET, LABEL = Pt(24), 14, 28  # pt: of a row; from the ends of the rules; of 「报：」
THICK = 8  # eighths of a point
END = Pt(1)  # of the paragraph that the table hangs on


def tail(document, sheet: Bulletin) -> None:
    rows, made = receivers(sheet), making(sheet)
    if not rows and not made:
        return
    hold_last(document)
    table = grid(document, (MEASURE,), "Normal Table", (0, INSET))
    stand_at_the_foot(table)
    for number, words in enumerate(rows):
        over = ("top",) if number == 0 else ()
        under = ("bottom",) if number == len(rows) - 1 else ()
        hang(framed(table, over + under), words)
    if any(made):
        ends(framed(table, () if rows else ("top",)), *made)
    set_solid(document.add_paragraph(), END)


def receivers(sheet: Bulletin) -> list[str]:
    rows = (("报：", sheet.report_to), ("送：", sheet.send_to), ("发：", sheet.issue_to))
    return [f"{label}{tidy(words)}" for label, words in rows if tidy(words)]


def making(sheet: Bulletin) -> tuple[str, str] | None:
    """Who checked and signed, and how many copies."""
    signs = (("核稿：", sheet.checker), ("签发：", sheet.signer))
    signed = "　　　".join(f"{label}{tidy(words)}" for label, words in signs if tidy(words))
    copies = f"（共印{sheet.copies}份）" if sheet.copies else ""
    return (signed, copies) if signed or copies else None


def hold_last(document) -> None:
    """Some of the text comes along where 报尾 needs a new page."""
    last = document.element.body.findall("./*")[-2]
    if last.tag.endswith("}p"):
        document.paragraphs[-1].paragraph_format.keep_with_next = True


def stand_at_the_foot(table) -> None:
    place = {"vertAnchor": "margin", "horzAnchor": "margin", "tblpXSpec": "left", "tblpYSpec": "bottom"}
    put(
        table._tbl.tblPr,
        "tblpPr",
        leftFromText=0,
        rightFromText=0,
        topFromText=240,
        bottomFromText=0,
        **place,
    )
    put(table._tbl.tblPr, "tblOverlap", val="never")


def framed(table, sides):
    """The paragraph of a new row with rules along some sides."""
    (cell,) = add_row(table, (MEASURE,))
    borders = put(cell._tc.tcPr, "tcBorders")
    for side in sides:
        borders.append(element(side, val="single", sz=THICK, space=0, color=BLACK))
    set_solid(cell.paragraphs[0], ROW)
    return cell.paragraphs[0]


def hang(made, words: str) -> None:
    """Lines that stand below the first word after the label."""
    put(made._p.get_or_add_pPr(), "ind", left=twips(LABEL), hanging=twips(LABEL))
    run(made, words, size=SMALL, spacing=0)


def ends(made, begin: str, end: str) -> None:
    made.paragraph_format.tab_stops.add_tab_stop(Pt(MEASURE - 2 * INSET), WD_TAB_ALIGNMENT.RIGHT)
    run(made, f"{begin}\t{end}", size=SMALL, spacing=0)
