"""What is laid over a copy: its 份号 of six digits (GB/T 9704—2012 §7.2.1) in the first row, where 简报 have their 编号
(facts §6.2), and its reader's name in pale grey across each page."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .blocks import Blocks, block, join
from .sheets import Stamp
from .tidy import tidy

ROWS, COLUMNS = 7, 2  # of names on a page


def stamp_html(sheet: Stamp, blocks: Blocks) -> SafeString:
    """Two pages: for the first of the copy, and for the others."""
    number = block("p", "copy-number", f"编号：{sheet.copy_no:06d}") if sheet.copy_no else ""
    marks = watermark(tidy(sheet.reader))
    return join((block("section", "stamp", number, marks), block("section", "stamp", marks)))


def watermark(words: str) -> SafeString | str:
    if not words:
        return ""
    spots = ((row, column) for row in range(ROWS) for column in range(COLUMNS))
    marks = (
        format_html(
            '<span style="top:{}mm;left:{}mm">{}</span>',
            20 + row * 38,
            8 + column * 92 + (row % 2) * 30,
            words,
        )
        for row, column in spots
    )
    return block("div", "watermark", *marks)
