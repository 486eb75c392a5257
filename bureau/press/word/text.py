"""Paragraphs: each run in its face, each line on the grid."""

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from bureau.press.typeset.levels import paragraphs
from bureau.press.typeset.measure import CELL, MEASURE
from bureau.press.typeset.tidy import tidy_lines
from bureau.press.typeset.titles import title_lines

from .measures import BODY, FACES, LATIN, ROW, SMALL, SQUEEZE, TITLE
from .xml import element, put

OWN_LATIN = ("biaosong", "number")  # with figures of their own design
STYLES = {1: "Heading 2", 2: "Heading 3", 3: "Heading 4", 4: "Heading 5"}
CENTRE, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


def run(paragraph, text: str, role: str = "fang", size=BODY, colour: str = "", spacing: int = SQUEEZE):
    """Words in one face; `spacing` in twentieths of a point."""
    made = paragraph.add_run(text)
    made.font.size, made.font.name = size, FACES[role] if role in OWN_LATIN else LATIN
    fonts = made._element.rPr.rFonts
    fonts.set(qn("w:eastAsia"), FACES[role])
    fonts.set(qn("w:hint"), "eastAsia")  # “ ” … × are Chinese marks here
    if colour:
        made.font.color.rgb = RGBColor.from_string(colour)
    if spacing:
        put(made._element.rPr, "spacing", val=spacing)
    return made


def line(holder, align=None, style: str = "Normal", height=ROW):
    """An empty paragraph of one row of the grid."""
    made = holder.add_paragraph(style=style)
    form = made.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, height
    if align is not None:
        made.alignment = align
    return made


def set_solid(made, height) -> None:
    """So high and no higher, off the grid of the page."""
    form = made.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, height
    put(made._p.get_or_add_pPr(), "snapToGrid", val=0)


def gap(holder, points: float) -> None:
    """Room that is not a whole row."""
    set_solid(holder.add_paragraph(), Pt(points))


def indent(paragraph) -> None:
    """Two characters."""
    put(paragraph._p.get_or_add_pPr(), "ind", firstLineChars=200, firstLine=632)


def blank(holder, rows: int = 1) -> None:
    for _ in range(rows):
        run(line(holder), "")


def body(holder, words: str) -> None:
    """Plain text; its levels are recognised as the press recognises them."""
    for one in paragraphs(words):
        set_paragraph(holder, one)


def set_paragraph(holder, one) -> None:
    heads = one.is_heading and one.stands_alone
    made = line(holder, JUSTIFY, STYLES[one.level] if heads else "Normal")
    indent(made)
    for part in one.runs:
        run(made, part.text, part.role)


def title(holder, words: str, names: tuple[str, ...], style: str = "Heading 1"):
    """Centred, divided as the press divides it."""
    made = line(holder, CENTRE, style)
    for number, words_of_line in enumerate(title_lines(words, names)):
        if number:
            made.add_run().add_break()
        run(made, words_of_line, "biaosong", TITLE, spacing=0)
    return made


def left(holder, words: str) -> None:
    """Plain lines from the left edge."""
    for words_of_line in tidy_lines(words):
        run(line(holder), words_of_line)


def both_ends(holder, begin: str, end: str, role: str = "fang", inset: bool = False, size=BODY):
    """Words at both ends of one row, or one character in; the first in a face and size of their own."""
    made = line(holder)
    stop = MEASURE - (CELL if inset else 0)
    made.paragraph_format.tab_stops.add_tab_stop(Pt(stop), WD_TAB_ALIGNMENT.RIGHT)
    if inset:
        run(made, "　")
    run(made, begin, role, size)
    run(made, f"\t{end}")
    return made


def page_number(footer, align) -> None:
    """「— 1 —」 in 14 pt 宋, one character in from the outer edge."""
    made = footer.paragraphs[0]
    made.alignment = align
    put(made._p.get_or_add_pPr(), "ind", left=280, right=280)
    run(made, "— ", "number", SMALL, spacing=0)
    field = run(made, "", "number", SMALL, spacing=0)
    for kind in ("begin", "instr", "end"):
        if kind == "instr":
            instruction = element("instrText")
            instruction.text = "PAGE"
            field._element.append(instruction)
        else:
            field._element.append(element("fldChar", fldCharType=kind))
    run(made, " —", "number", SMALL, spacing=0)
