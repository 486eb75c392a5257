"""督查通报, 督查专报: red head, issue line, red rule, title, text, annexes, 报尾 (practice of 简报, on the grid of GB/T 9704)."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .annexes import annex_list, annexes_html
from .blocks import Blocks, block, join
from .dates import chinese_date
from .faces import BIAOSONG, FANG
from .inserts import text_html
from .measure import BODY_SIZE, CELL, MEASURE, ROW
from .metrics import Metrics
from .receivers import receivers, tail_height
from .sheets import Bulletin
from .signature import signature_html
from .tidy import tidy

_MASTHEAD_SIZE, _MASTHEAD_AIR = 60, 0.35  # pt; air between the characters in em
_HIGHEST_TAIL = 18 * ROW  # pt; with more there is no room for the lines that it takes along


def bulletin_html(sheet: Bulletin, blocks: Blocks) -> SafeString:
    """The body of a bulletin."""
    text = text_html(sheet.body, sheet.inserts, blocks)
    main_to = blocks.flush_left(sheet.main_to, "to")
    parts = (
        _head(sheet, blocks),
        _box(sheet, blocks),
        blocks.title(sheet.title),
        main_to,
        text,
        annex_list(sheet.annexes, blocks),
        signature_html((tidy(sheet.signed_by), chinese_date(sheet.date)), blocks) if sheet.signed_by else "",
        annexes_html(sheet.annexes, blocks),
    )
    return format_html("{}{}", join(parts), _tail(sheet, blocks))


def _head(sheet: Bulletin, blocks: Blocks) -> SafeString:
    marks = block(
        "div", "marks", block("span", "hei", tidy(sheet.marking)), block("span", "", tidy(sheet.copy_number))
    )
    issue = block("p", "issue", tidy(f"{sheet.issue}{sheet.total}"))
    issuer, day = tidy(sheet.issuer), chinese_date(sheet.date)
    size = f"font-size:{issuer_size(issuer, day, blocks.metrics):.2f}pt"
    name = format_html('<span style="{}">{}</span>', size, issuer)
    line = block("p", "issuer", name, block("span", "", day))
    return block(
        "header", "head", marks, _masthead(tidy(sheet.masthead), blocks), issue, line, block("div", "rule")
    )


def issuer_size(issuer: str, day: str, metrics: Metrics) -> float:
    """In pt: 16, or less for a name that would run into the date."""
    room = MEASURE - 3 * CELL - metrics.text_width(day, FANG) * BODY_SIZE
    return min(BODY_SIZE, room / max(metrics.text_width(issuer, FANG), 1))


def _box(sheet: Bulletin, blocks: Blocks) -> SafeString | str:
    """The frame for a leader's words on page 1: its label upright at the left, the rest left blank."""
    if not sheet.box:
        return ""
    label = block("div", "box-label", *(block("span", "line", char) for char in tidy(sheet.box)))
    return block("div", "box", label)


def _masthead(name: str, blocks: Blocks) -> SafeString:
    """The name in one line: large and spaced when short, smaller when long."""
    solid = max(blocks.width(name, BIAOSONG), 1)
    size = min(_MASTHEAD_SIZE, MEASURE / solid)
    air = max(0, min(_MASTHEAD_AIR * size, (MEASURE - solid * size) / max(len(name) - 1, 1)))
    style = f"font-size:{size:.2f}pt;letter-spacing:{air:.2f}pt;margin-right:{-air:.2f}pt"
    return format_html('<p class="masthead"><span style="{}">{}</span></p>', style, name)


def _tail(sheet: Bulletin, blocks: Blocks) -> SafeString | str:
    """报尾 at the foot of the last page: who receives it, who signed, how many copies."""
    lines = _receiver_lines(sheet, blocks)
    signs = (("核稿：", sheet.checker), ("签发：", sheet.signer))
    made = [block("span", "", label, tidy(text)) for label, text in signs if tidy(text)]
    made += [block("span", "copies", f"（共印{sheet.copies}份）")] if sheet.copies else []
    if not lines and not made:
        return ""
    tail = block("footer", "tail", block("div", "receivers", *lines), block("div", "made", *made))
    if _too_high(lines):
        return block("div", "tail-flowing", tail)
    return format_html(
        '<div class="tail-place" style="height:{}">{}</div>', f"{tail_height(len(lines))}pt", tail
    )


def tail_stands_at_the_foot(sheet: Bulletin, metrics: Metrics) -> bool:
    """A list of receivers as long as a page follows the text instead and goes on over pages, so that nothing is lost."""
    return not _too_high(_receiver_lines(sheet, Blocks(metrics)))


def _too_high(lines: list[SafeString]) -> bool:
    return tail_height(len(lines)) > _HIGHEST_TAIL


def _receiver_lines(sheet: Bulletin, blocks: Blocks) -> list[SafeString]:
    rows = (("报：", sheet.report_to), ("送：", sheet.send_to), ("发：", sheet.issue_to))
    return [line for label, text in rows if tidy(text) for line in receivers(label + tidy(text), blocks)]
