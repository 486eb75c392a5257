"""督办函, 督查通知单 as Word, in 信函格式 (GB/T 9704—2012 §10.1)."""

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from reports.typeset.dates import chinese_date
from reports.typeset.measure import MEASURE
from reports.typeset.sheets import Notice
from reports.typeset.tidy import tidy

from .measures import RED, ROW
from .parts import annex_list, annexes, text
from .text import blank, both_ends, left, line, run, title
from .xml import border, put

ORGAN = 36  # pt at most
OUTSET = -454  # twips: the red line is 170 mm long, 8 mm beyond the type area at the left


def write_letter(document, sheet: Notice, press) -> None:
    foot(document.sections[0])
    organ(document, tidy(sheet.organ), press)
    both_ends(document, tidy(sheet.marking), tidy(sheet.number), "hei")
    blank(document, 2)
    title(document, sheet.title)
    blank(document)
    left(document, sheet.main_to)
    text(document, sheet.body, sheet.inserts, press)
    annex_list(document, sheet.annexes)
    blank(document)
    signature(document, sheet)
    annexes(document, sheet.annexes, press)


def organ(document, name: str, press) -> None:
    """The name with the double line below it: thick above, thin below."""
    width = max(press.metrics.text_width(name, "biaosong"), 1)
    size = min(ORGAN, 0.98 * MEASURE / width)
    made = line(document, WD_ALIGN_PARAGRAPH.CENTER, height=Pt(1.5 * ROW.pt))
    run(made, name, "biaosong", Pt(round(size * 2) / 2), RED, spacing=0)
    properties = made._p.get_or_add_pPr()
    border(properties, "bottom", 18, RED, 8, "thickThinSmallGap")
    put(properties, "ind", left=OUTSET, right=-340)


def foot(section) -> None:
    """No number on page 1; 20 mm above its lower edge the second double line: thin above, thick below."""
    section.different_first_page_header_footer = True
    made = section.first_page_footer.paragraphs[0]
    properties = made._p.get_or_add_pPr()
    put(properties, "framePr", w=9638, wrap="around", vAnchor="page", hAnchor="page", x=1134, y=15620)
    border(properties, "bottom", 18, RED, 0, "thinThickSmallGap")
    run(made, "", size=Pt(2))


def signature(document, sheet: Notice) -> None:
    """The organ above the date, the date four characters in."""
    for words in (tidy(sheet.signed_by or sheet.organ), chinese_date(sheet.date)):
        made = line(document, WD_ALIGN_PARAGRAPH.RIGHT)
        put(made._p.get_or_add_pPr(), "ind", right=1263)
        run(made, words)
