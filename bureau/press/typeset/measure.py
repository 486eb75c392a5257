"""The type area of GB/T 9704—2012 §5.2 in pt: 156 × 225 mm, 22 lines of 28 characters of 16 pt."""

from .lines import Setting

MM = 72 / 25.4
MEASURE = 156 * MM
ROW = 225 * MM / 22
LANDSCAPE_MEASURE = 265 * MM
LYING = 225 * MM  # the type area of a landscape annex is that of the other pages, turned
BODY_SIZE = 16
_SPACING = (MEASURE - 28 * BODY_SIZE) / 27  # between the 28 characters of a full line
CELL = BODY_SIZE + _SPACING

BODY = Setting(BODY_SIZE, MEASURE, _SPACING, first=2 * CELL)
UNINDENTED = Setting(BODY_SIZE, MEASURE, _SPACING)
TABLE_SIZE = 12
ANNEX_SIZE = 10.5  # 五号: an annex holds what was too much for the text
LEDGER_SIZE = 9  # 小五, as offices print their registers
CELL_PADDING = 3
