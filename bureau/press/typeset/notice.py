"""督查通知单 in letter layout (信函格式, GB/T 9704—2012 §10.1): red double lines, no page number on page 1."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .annexes import annex_list, annexes_html
from .blocks import Blocks, block, join
from .dates import chinese_date
from .faces import BIAOSONG, HEI, SONG
from .inserts import text_html
from .levels import paragraphs
from .measure import MEASURE, ROW
from .metrics import Metrics
from .receivers import copies_html
from .sheets import Notice
from .signature import signature_html
from .tables import framed_table
from .tidy import tidy

FIELD_SIZE, FIELD_PADDING = 14, 8  # pt
FIELD_WIDTHS = (96, MEASURE - 96)
_ORGAN_SIZE = 36  # pt; smaller where the name would not fit one line
_ALMOST = 0.98  # of the measure, so that the name never touches the ends of the lines


def notice_html(sheet: Notice, blocks: Blocks) -> SafeString:
    """The body of a notice."""
    text = text_html(sheet.body, sheet.inserts, blocks)
    main_to = blocks.flush_left(sheet.main_to, "to")
    parts = (_head(sheet, blocks), blocks.title(sheet.title), main_to, text, _fields(sheet, blocks))
    listed = annex_list(sheet.annexes, blocks)
    signature = "" if sheet.rooms else signature_html(signature_lines(sheet), blocks)
    copies = copies_html(sheet.copy_to, blocks)
    return join(
        (*parts, listed, signature, _note(sheet, blocks), annexes_html(sheet.annexes, blocks), copies)
    )


def _head(sheet: Notice, blocks: Blocks) -> SafeString:
    organ = tidy(sheet.organ)
    size = organ_size(organ, blocks.metrics)
    name = format_html('<p class="organ" style="font-size:{}">{}</p>', f"{size:.2f}pt", organ)
    marks = block("div", "marks", _marking(sheet), block("span", "", tidy(sheet.number)))
    letterhead = block("div", "letterhead", name, block("div", "thick"), block("div", "thin"), marks)
    css = "head slip" if sheet.card and sheet.card.colour == "blue" else "head"
    return block("header", css, letterhead, block("div", "foot thin"), block("div", "foot thick"))


def organ_size(organ: str, metrics: Metrics) -> float:
    """In pt, so that the name stands in one line."""
    return min(_ORGAN_SIZE, _ALMOST * MEASURE / max(metrics.text_width(organ, BIAOSONG), 1))


def _marking(sheet: Notice) -> SafeString:
    """What stands left of the number: the marking, or the card."""
    if sheet.card:
        return block("span", f"hei card {sheet.card.colour}", tidy(sheet.card.words))
    return block("span", "hei", tidy(sheet.marking))


def _fields(sheet: Notice, blocks: Blocks) -> SafeString | str:
    if not sheet.fields and not sheet.rooms:
        return ""
    rows = (block("tr", "", *_field(label, text, blocks)) for label, text in sheet.fields)
    rooms = (block("tr", "", *_room(label, lines, blocks)) for label, lines in sheet.rooms)
    return framed_table("fields", FIELD_WIDTHS, block("tbody", "", *rows, *rooms))


def _room(label: str, lines: int, blocks: Blocks) -> tuple[SafeString, SafeString]:
    """A row to be written in by hand."""
    head, _text = _field(label, "", blocks)
    return head, format_html('<td style="height:{}"></td>', f"{lines * ROW:.2f}pt")


def _field(label: str, text: str, blocks: Blocks) -> tuple[SafeString, SafeString]:
    label_width, text_width = (width - 2 * FIELD_PADDING for width in FIELD_WIDTHS)
    label = blocks.ragged(label, FIELD_SIZE, label_width, HEI)
    return block("th", "", label), block("td", "", blocks.ragged(text, FIELD_SIZE, text_width, SONG))


def signature_lines(sheet: Notice) -> tuple[str, str]:
    """The organ that signs, and the day."""
    return tidy(sheet.signed_by or sheet.organ), chinese_date(sheet.date)


def _note(sheet: Notice, blocks: Blocks) -> SafeString:
    return join(blocks.paragraph(paragraph) for paragraph in paragraphs(note_line(sheet)))


def note_line(sheet: Notice) -> str:
    """附注: two characters in, in round brackets, below the date (GB/T 9704—2012 §7.3.6)."""
    return f"（{tidy(sheet.note)}）" if tidy(sheet.note) else ""
