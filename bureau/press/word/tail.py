"""报尾: a frame that stands at the foot of the page on which the document ends."""

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Pt

from bureau.press.typeset.bulletin import tail_stands_at_the_foot
from bureau.press.typeset.measure import MEASURE
from bureau.press.typeset.receivers import COPY_TO
from bureau.press.typeset.sheets import Bulletin
from bureau.press.typeset.tidy import tidy

from .measures import SMALL
from .text import gap, run, set_solid
from .xml import put, twips

ROW, RULE_ROW = Pt(24), Pt(8)
END = 0.5  # pt of the paragraph that ends the document: the frame stands on its page
INSET, LABEL = 14, 28  # pt: from the ends of the rules; of 「报：」


def tail(document, sheet: Bulletin, press) -> None:
    rows, made = receivers(sheet), making(sheet)
    if not rows and not made:
        return
    new = framed if tail_stands_at_the_foot(sheet, press.metrics) else flowing
    hold_last(document)
    rule(new(document, RULE_ROW))
    for words in rows:
        hang(new(document, ROW), words)
    if rows and made:
        rule(new(document, RULE_ROW))
    if made:
        ends(new(document, ROW), *made)
    gap(document, END)


def copies(document, copy_to: str) -> None:
    """抄送 of a letter, without rules."""
    words = tidy(copy_to).rstrip("。；，")
    if words:
        hold_last(document)
        hang(framed(document, ROW), f"{COPY_TO}{words}。", len(COPY_TO) * 14)
        gap(document, END)


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
    """Some of the text comes along where 报尾 needs a new page; a table gets a paragraph that can hold on to it."""
    last = document.element.body.findall("./*")[-2]
    if not last.tag.endswith("}p"):
        set_solid(document.add_paragraph(), Pt(1))
    document.paragraphs[-1].paragraph_format.keep_with_next = True


def flowing(document, height):
    """A paragraph below the text."""
    made = document.add_paragraph()
    set_solid(made, height)
    return made


def framed(document, height):
    """A paragraph of the frame. What is alike in all of them makes them one frame; borders would part them in some
    programs, so rules are drawn otherwise."""
    made = flowing(document, height)
    place = {"vAnchor": "margin", "hAnchor": "margin", "xAlign": "left", "yAlign": "bottom"}
    put(made._p.pPr, "framePr", w=twips(MEASURE), hSpace=0, wrap="notBeside", **place)
    return made


def rule(made) -> None:
    """A black line over the whole width: the leader of a tab."""
    stops = made.paragraph_format.tab_stops
    stops.add_tab_stop(Pt(MEASURE), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    run(made, "\t", size=SMALL, spacing=0)


def hang(made, words: str, label: float = LABEL) -> None:
    """Lines that stand below the first word after the label."""
    put(made._p.pPr, "ind", left=twips(INSET + label), hanging=twips(label), right=twips(INSET))
    run(made, words, size=SMALL, spacing=0)


def ends(made, begin: str, end: str) -> None:
    put(made._p.pPr, "ind", left=twips(INSET))
    made.paragraph_format.tab_stops.add_tab_stop(Pt(MEASURE - INSET), WD_TAB_ALIGNMENT.RIGHT)
    run(made, f"{begin}\t{end}", size=SMALL, spacing=0)
