"""督查通报 and its kin as Word: red head, rule, title, text, annexes, 报尾 at the foot of the last page."""

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from reports.typeset.dates import chinese_date
from reports.typeset.measure import MEASURE
from reports.typeset.sheets import Bulletin
from reports.typeset.tidy import tidy

from .measures import BLACK, RED, ROW, SMALL
from .parts import annex_list, annexes, text
from .text import blank, both_ends, left, line, run, title
from .xml import border, put

LARGEST, AIR = 60, 0.35  # pt of the name; air between its characters in em
TAIL_ROW = Pt(24)


def write_bulletin(document, sheet: Bulletin, press) -> None:
    head(document, sheet, press)
    title(document, sheet.title)
    blank(document)
    left(document, sheet.main_to)
    text(document, sheet.body, sheet.inserts, press)
    annex_list(document, sheet.annexes)
    annexes(document, sheet.annexes, press)
    tail(document, sheet)


def head(document, sheet: Bulletin, press) -> None:
    both_ends(document, tidy(sheet.marking), tidy(sheet.copy_number), "hei")
    masthead(document, tidy(sheet.masthead), press)
    blank(document)
    run(line(document, WD_ALIGN_PARAGRAPH.CENTER), tidy(f"{sheet.issue}{sheet.total}"))
    blank(document)
    issuer = both_ends(document, tidy(sheet.issuer), chinese_date(sheet.date), inset=True)
    border(issuer._p.get_or_add_pPr(), "bottom", 12, RED, 11)
    blank(document, 2)
    if sheet.box:
        box(document, tidy(sheet.box))


def masthead(document, name: str, press) -> None:
    """Large and spaced when short, smaller when long: as the press sets it."""
    solid = max(press.metrics.text_width(name, "biaosong"), 1)
    size = min(LARGEST, MEASURE / solid)
    air = max(0, min(AIR * size, (MEASURE - solid * size) / max(len(name) - 1, 1)))
    made = line(document, WD_ALIGN_PARAGRAPH.CENTER, height=Pt(3 * ROW.pt))
    run(made, name[:-1], "biaosong", Pt(round(size * 2) / 2), RED, spacing=round(air * 20))
    run(made, name[-1:], "biaosong", Pt(round(size * 2) / 2), RED, spacing=0)


def box(document, label: str) -> None:
    """The frame that leaders write in."""
    made = document.add_table(rows=1, cols=2, style="Table Grid")
    made.autofit = False
    put(made.rows[0]._tr.get_or_add_trPr(), "trHeight", val=round(5 * ROW.pt * 20), hRule="exact")
    for cell, width in zip(made.rows[0].cells, (32, MEASURE - 32), strict=True):
        cell.width = Pt(width)
    first = made.rows[0].cells[0]
    put(first._tc.get_or_add_tcPr(), "vAlign", val="center")
    first.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    for number, char in enumerate(label):
        if number:
            first.paragraphs[0].add_run().add_break()
        run(first.paragraphs[0], char, "hei", spacing=0)
    blank(document)


def tail(document, sheet: Bulletin) -> None:
    """In a frame that stands at the foot of the page on which the text ends."""
    rows = [(label, tidy(words)) for label, words in receivers(sheet) if tidy(words)]
    signs = [
        (label, tidy(words))
        for label, words in (("核稿：", sheet.checker), ("签发：", sheet.signer))
        if words
    ]
    made = [framed(document, f"{label}{words}", hanging=True) for label, words in rows]
    if made:
        border(made[0]._p.get_or_add_pPr(), "top", 8, BLACK, 1)
    signed = "　　".join(f"{label}{words}" for label, words in signs)
    copies = f"（共印{sheet.copies}份）" if sheet.copies else ""
    if signed or copies:
        last = framed(document, f"{signed}　　{copies}" if signed else copies)
        border(last._p.get_or_add_pPr(), "top", 8, BLACK, 1)


def receivers(sheet: Bulletin):
    return ("报：", sheet.report_to), ("送：", sheet.send_to), ("发：", sheet.issue_to)


def framed(document, words: str, hanging: bool = False):
    made = line(document, height=TAIL_ROW)
    properties = made._p.get_or_add_pPr()
    put(
        properties,
        "framePr",
        w=round(MEASURE * 20),
        hSpace=0,
        wrap="notBeside",
        vAnchor="margin",
        hAnchor="margin",
        xAlign="left",
        yAlign="bottom",
    )
    if hanging:
        put(properties, "ind", left=840, hanging=560, right=280)
    else:
        put(properties, "ind", left=280, right=280)
    run(made, words, size=SMALL, spacing=0)
    return made
