"""A sheet as one HTML document, with its title and date for the PDF's own record."""

from dataclasses import fields, is_dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .blocks import Blocks, block, join
from .bulletin import bulletin_html
from .ledger import ledger_html
from .metrics import Metrics, MissingGlyph
from .notice import notice_html
from .report import report_html
from .sheets import Bulletin, Ledger, Notice, Report, Sheet, Stamp, Volume
from .stamp import stamp_html
from .tidy import tidy, tidy_lines

_KINDS = {
    Bulletin: ("bulletin", bulletin_html),
    Notice: ("notice", notice_html),
    Ledger: ("ledger", ledger_html),
    Report: ("report", report_html),
    Stamp: ("stamps", stamp_html),
    Volume: ("volume", lambda volume, blocks: join(_bound(part, blocks) for part in volume.parts)),
}
_PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{}</title>
<meta name="dcterms.created" content="{}"><meta name="dcterms.modified" content="{}"></head>
<body class="{}">{}</body></html>"""


def document_html(sheet: Sheet, metrics: Metrics) -> SafeString:
    """The whole document; raises MissingGlyph when some character is in none of the faces."""
    refuse_missing(sheet, metrics)
    kind, body = _KINDS[type(sheet)]
    title, day = "".join(tidy_lines(sheet.title)), sheet.date.isoformat()
    return format_html(_PAGE, title, day, day, kind, body(sheet, Blocks(metrics)))


def refuse_missing(sheet: Sheet, metrics: Metrics) -> None:
    """Raises MissingGlyph where a text of the sheet has a character that none of the faces has."""
    texts = (tidy(text) for words in _texts(sheet) for text in tidy_lines(words))
    if absent := metrics.missing("".join(texts)):
        raise MissingGlyph(absent)


def _bound(part: Ledger | Report, blocks: Blocks) -> SafeString:
    kind, body = _KINDS[type(part)]
    return block("section", kind, body(part, blocks))


def _texts(part: object) -> list[str]:
    """Every text in a sheet, however deep."""
    if isinstance(part, str):
        return [part]
    if is_dataclass(part):
        return [text for field in fields(part) for text in _texts(getattr(part, field.name))]
    if isinstance(part, tuple):
        return [text for inner in part for text in _texts(inner)]
    return []
