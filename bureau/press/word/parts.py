"""What bulletins and letters have alike: the text with its inserts, the list of annexes, the annexes."""

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm

from bureau.press.typeset.levels import paragraph_of
from bureau.press.typeset.measure import LYING, MEASURE
from bureau.press.typeset.signature import signature_place
from bureau.press.typeset.tidy import tidy, tidy_lines

from .contents import AIR, IN_ANNEX, content, insert
from .measures import BODY, BOTTOM, FOOT, LEFT, RIGHT, ROW, TABLE, TABLE_ROW, TOP
from .text import CENTRE, blank, gap, line, run, set_paragraph, title
from .xml import put, twips

LABEL = "附件："
TWO = 632  # twips: two characters


def text(holder, words: str, inserts, press) -> None:
    known = {one.mark: one for one in inserts}
    for words_of_line in tidy_lines(words):
        if words_of_line in known:
            insert(holder, known[words_of_line], press)
        else:
            set_paragraph(holder, paragraph_of(words_of_line))


def annex_list(holder, annexes, press) -> None:
    """附件说明, one blank row below the text, the names aligned."""
    if not annexes:
        return
    blank(holder)
    for number, annex in enumerate(annexes, 1):
        mark = f"{number}." if len(annexes) > 1 else ""
        label = (LABEL if number == 1 else "　" * len(LABEL)) + mark
        room = twips((len(LABEL) + press.metrics.text_width(mark, "fang")) * BODY.pt)
        made = line(holder)
        put(made._p.get_or_add_pPr(), "ind", left=TWO + room, hanging=room)
        run(made, f"{label}{tidy(annex.title)}")


def signature(document, lines: tuple[str, str], press) -> None:
    """The organ centred above the date, the date four characters in, with the text above it on one page."""
    gap(document, 1.5 * ROW.pt)
    indent, width = signature_place(lines, press.metrics)
    for words in lines:
        made = line(document, CENTRE)
        put(made._p.get_or_add_pPr(), "ind", left=twips(indent), right=twips(MEASURE - indent - width))
        run(made, words, spacing=0)
    for above in document.paragraphs[-4:-1]:
        above.paragraph_format.keep_with_next = True


def turn(holder, landscape: bool) -> bool:
    """Begin a section of pages turned the other way, where the last ones lie otherwise. Says whether one was begun."""
    last = holder.sections[-1]
    lies = last.orientation == WD_ORIENT.LANDSCAPE
    if lies == landscape:
        return False
    section = holder.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = last.page_height, last.page_width
    sides = (LEFT, TOP, RIGHT, BOTTOM) if landscape else (TOP, RIGHT, BOTTOM, LEFT)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = sides
    section.footer_distance = FOOT if not landscape else Mm(15)
    return True


def annexes(holder, sheet, press) -> None:
    """Each from a new page: its mark, its title, what it is, its note."""
    for number, annex in enumerate(sheet.annexes, 1):
        turned = turn(holder, annex.landscape)
        mark = line(holder)
        mark.paragraph_format.page_break_before = not turned
        run(mark, f"附件{number if len(sheet.annexes) > 1 else ''}", "hei")
        blank(holder)
        title(holder, annex.title, sheet.names, "Heading 2").paragraph_format.space_after = AIR
        content(
            holder,
            annex.content,
            press,
            annex.title,
            type_=IN_ANNEX,
            measure=LYING if annex.landscape else MEASURE,
        )
        for words in tidy_lines(annex.note):
            run(line(holder, height=TABLE_ROW), words, size=TABLE, spacing=0)
