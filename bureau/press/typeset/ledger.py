"""台账 on landscape A4: title, one line above the table, repeated head, 「第x页 共y页」."""

from django.utils.safestring import SafeString

from .blocks import Blocks, block, join
from .measure import LANDSCAPE_MEASURE, LEDGER_SIZE
from .sheets import Ledger
from .tables import table_html
from .tidy import tidy


def ledger_html(sheet: Ledger, blocks: Blocks) -> SafeString:
    """The body of a ledger."""
    above = block("div", "above", block("span", "", tidy(sheet.left)), block("span", "", tidy(sheet.right)))
    table = table_html(sheet.table, LANDSCAPE_MEASURE, blocks, LEDGER_SIZE)
    return join((blocks.title(sheet.title), above, table))
