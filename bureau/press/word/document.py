"""An empty document on the sheet of GB/T 9704—2012; and its bytes, the same for the same content."""

import zipfile
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm

from .faces import name_stand_ins, speak_chinese
from .measures import BODY, BOTTOM, FACES, FOOT, LATIN, LEFT, PITCH, RIGHT, TOP
from .text import page_number
from .xml import put, put_in_order

HEADINGS = [f"Heading {level}" for level in range(1, 6)]
EPOCH = (1980, 1, 1, 0, 0, 0)
LONGEST = 255  # characters of a property of the file
OFF = (
    "widowControl",
    "overflowPunct",
    "autoSpaceDE",
    "autoSpaceDN",
)  # a page is full at 22 lines, a line at 28 cells
LEFTOVERS = ("thumbnail", "stylesWithEffects", "customXml")  # of the template's own making


def empty(title: str, author: str, day):
    """Margins, grid, styles, page numbers; `author` is an organ."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.left_margin, section.right_margin, section.footer_distance = LEFT, RIGHT, FOOT
    put(section._sectPr, "docGrid", type="lines", linePitch=PITCH)
    for style in ("Normal", *HEADINGS):
        set_style(document.styles[style])
    speak_chinese(document)
    name_stand_ins(document)
    number_pages(document, section)
    record(document, title, author, day)
    drop_leftovers(document)
    return document


def set_style(style) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = LATIN, BODY, False, False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), FACES["fang"])
    put(style.element.rPr, "color", val="000000")
    for name in OFF:
        put(style.element.get_or_add_pPr(), name, val=0)


def number_pages(document, section) -> None:
    document.settings.odd_and_even_pages_header_footer = True
    page_number(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
    page_number(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)


def record(document, title: str, author: str, day) -> None:
    about, at = document.core_properties, datetime(day.year, day.month, day.day)
    about.title, about.author = title[:LONGEST], author[:LONGEST]
    about.last_modified_by = about.author
    about.created = about.modified = at
    about.comments, about.revision, about.language = "", 1, "zh-CN"


def drop_leftovers(document) -> None:
    for rels in (document.part.package.rels, document.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(LEFTOVERS)]:
            del rels[key]


def bytes_of(document) -> bytes:
    """Without the moment of its making."""
    for part in document.part.package.iter_parts():
        if hasattr(part, "element"):
            put_in_order(part.element)
    made, out = BytesIO(), BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
