"""The organ's name and the double lines at the head and foot of the first page of a letter."""

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from bureau.press.typeset.measure import MEASURE
from bureau.press.typeset.notice import organ_size
from bureau.press.typeset.sheets import Notice
from bureau.press.typeset.tidy import tidy

from .measures import BODY, FOOT, RED, ROW, TOP
from .text import CENTRE, gap, run, set_solid
from .xml import border, element, put, twips

BLUE = "1F4E9C"  # of a slip that is not yet a letter
CARDS = {
    "blue": ("FFFFFF", BLUE, BLUE),
    "yellow": ("FFD54A", "000000", "B8860B"),
    "red": (RED, "FFFFFF", RED),
}
UPPER, LOWER = (
    Mm(28.6),
    Mm(20),
)  # of the row with the name, so that the name begins at 30 mm; below the lower lines
TALL = 1.2  # em of that row
OUTSETS = {"left": -454, "right": -340}  # twips: the lines are 170 mm long
THICK, THIN, BETWEEN = 12, 6, 2.27  # eighths of a point; pt
BELOW_NAME, BELOW_LINES = 8, 5  # pt
HEAD = 4 * ROW.pt + TOP.pt  # from the paper's edge to the title


def letterhead(document, sheet: Notice, press) -> None:
    """In the head of the first page, since it begins above the type area; the number in the row below it."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header_distance = UPPER
    colour = BLUE if sheet.card and sheet.card.colour == "blue" else RED
    high = name(section.first_page_header, tidy(sheet.organ), colour, press)
    gap(document, BELOW_LINES)
    marks(document, sheet)
    gap(document, HEAD - UPPER.pt - high - BELOW_LINES - ROW.pt)
    foot(section, colour)


def name(header, organ: str, colour: str, press) -> float:
    """The name with the double line below it, thick above thin; how high it is, in pt."""
    size = organ_size(organ, press.metrics)
    first, second = header.paragraphs[0], header.add_paragraph()
    first.alignment = CENTRE
    rule(first, TALL * size, THICK, colour, BELOW_NAME)
    run(first, organ, "biaosong", Pt(round(size * 2) / 2), colour, spacing=0)
    rule(second, BETWEEN, THIN, colour)
    return TALL * size + BELOW_NAME + BETWEEN + (THICK + THIN) / 8


def foot(section, colour: str) -> None:
    """No number on page 1; 20 mm above its lower edge the second double line, thin above thick."""
    first, second = section.first_page_footer.paragraphs[0], section.first_page_footer.add_paragraph()
    rule(first, BETWEEN, THIN, colour)
    rule(second, BETWEEN, THICK, colour)
    section.footer_distance = LOWER
    for footer in (section.footer, section.even_page_footer):
        footer.paragraphs[0].paragraph_format.space_after = Pt(FOOT.pt - LOWER.pt)


def rule(made, height: float, size: int, colour: str, space: float = 0) -> None:
    set_solid(made, Pt(height))
    properties = made._p.get_or_add_pPr()
    put(properties, "ind", **OUTSETS)
    border(properties, "bottom", size, colour, space)


def marks(document, sheet: Notice) -> None:
    """The marking or the card at the left, the number at the right."""
    made = document.add_paragraph()
    set_solid(made, ROW)
    made.paragraph_format.tab_stops.add_tab_stop(Pt(MEASURE), WD_TAB_ALIGNMENT.RIGHT)
    if sheet.card:
        card(made, sheet.card)
    else:
        run(made, tidy(sheet.marking), "hei")
    run(made, f"\t{tidy(sheet.number)}")


def card(made, what) -> None:
    """The word in a frame of its colour."""
    ground, ink, frame = CARDS[what.colour]
    words = run(made, f" {tidy(what.words)} ", "hei", BODY, ink, spacing=twips(4))
    put(words._element.rPr, "shd", val="clear", color="auto", fill=ground)
    words._element.rPr.append(element("bdr", val="single", sz=THICK, space=0, color=frame))
