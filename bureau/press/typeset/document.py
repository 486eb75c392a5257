"""A sheet as one HTML document, with its title and date for the PDF's own record."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .blocks import Blocks, block, join
from .bulletin import bulletin_html
from .glyphs import refuse_missing, with_placeholders
from .ledger import ledger_html
from .metrics import Metrics
from .notice import notice_html
from .report import report_html
from .sheets import Bulletin, Ledger, Notice, Record, Report, Sheet, Stamp, Volume
from .stamp import stamp_html
from .tidy import tidy_lines

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
    """The whole document. Raises MissingGlyph when an official paper has a character that is in none of the faces; a
    record says which one it is and goes on."""
    if isinstance(sheet, Record):
        sheet = with_placeholders(sheet, metrics)
    else:
        refuse_missing(sheet, metrics)
    kind, body = _KINDS[type(sheet)]
    blocks = Blocks(metrics, getattr(sheet, "names", ()))
    title, day = "".join(tidy_lines(sheet.title)), sheet.date.isoformat()
    return format_html(_PAGE, title, day, day, kind, body(sheet, blocks))


def _bound(part: Ledger | Report, blocks: Blocks) -> SafeString:
    kind, body = _KINDS[type(part)]
    return block("section", kind, body(part, blocks))
