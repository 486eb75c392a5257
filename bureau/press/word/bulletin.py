"""督查通报 and its kin as Word: red head, rule, title, text, annexes; 报尾 is in `tail`."""

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from bureau.press.typeset.bulletin import issuer_size
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.measure import CELL, MEASURE
from bureau.press.typeset.sheets import Bulletin
from bureau.press.typeset.tidy import tidy

from .grid import add_row, grid
from .measures import RED, ROW
from .parts import annex_list, annexes, signature, text
from .tail import tail
from .text import CENTRE, blank, both_ends, gap, left, line, run, title
from .xml import border

LARGEST, AIR = 60, 0.35  # pt of the name; air between its characters in em
RULE, RULE_AIR = 1.5, 5  # pt: the red rule, and from the row above it: 4 mm below its characters


def write_bulletin(document, sheet: Bulletin, press) -> None:
    head(document, sheet, press)
    title(document, sheet.title, sheet.names)
    blank(document)
    left(document, sheet.main_to)
    text(document, sheet.body, sheet.inserts, press)
    annex_list(document, sheet.annexes, press)
    if sheet.signed_by:
        signature(document, (tidy(sheet.signed_by), chinese_date(sheet.date)), press)
    annexes(document, sheet, press)
    tail(document, sheet, press)


def head(document, sheet: Bulletin, press) -> None:
    both_ends(document, tidy(sheet.marking), tidy(sheet.copy_number), "hei")
    masthead(document, tidy(sheet.masthead), press)
    blank(document)
    run(line(document, CENTRE), tidy(f"{sheet.issue}{sheet.total}"))
    blank(document)
    name, day = tidy(sheet.issuer), chinese_date(sheet.date)
    size = Pt(round(issuer_size(name, day, press.metrics) * 2) / 2)
    issuer = both_ends(document, name, day, inset=True, size=size)
    border(issuer._p.get_or_add_pPr(), "bottom", round(RULE * 8), RED, RULE_AIR)
    gap(document, ROW.pt - RULE - RULE_AIR)
    if sheet.box:
        box(document, tidy(sheet.box))
    else:
        blank(document, 2)


def masthead(document, name: str, press) -> None:
    """Large and spaced when short, smaller when long: as the press sets it."""
    solid = max(press.metrics.text_width(name, "biaosong"), 1)
    size = min(LARGEST, MEASURE / solid)
    air = max(0, min(AIR * size, (MEASURE - solid * size) / max(len(name) - 1, 1)))
    made = line(document, WD_ALIGN_PARAGRAPH.CENTER, height=Pt(3 * ROW.pt))
    run(made, name[:-1], "biaosong", Pt(round(size * 2) / 2), RED, spacing=round(air * 20))
    run(made, name[-1:], "biaosong", Pt(round(size * 2) / 2), RED, spacing=0)


def box(document, label: str) -> None:
    """The frame that leaders write in, its label upright at the left."""
    widths = (2 * CELL, MEASURE - 2 * CELL)
    upright, _room = add_row(grid(document, widths), widths, 5 * ROW.pt)
    first = upright.paragraphs[0]
    first.alignment = CENTRE
    for number, char in enumerate(label):
        if number:
            first.add_run().add_break()
        run(first, char, "hei", spacing=0)
    blank(document)
