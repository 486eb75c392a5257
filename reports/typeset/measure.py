"""The type area of GB/T 9704—2012 §5.2 in pt: 156 × 225 mm, 22 lines of 28 characters of 16 pt."""

from .lines import Setting

MM = 72 / 25.4
MEASURE = 156 * MM
CELL = MEASURE / 28
BODY_SIZE = 16
_SPACING = CELL - BODY_SIZE

BODY = Setting(BODY_SIZE, MEASURE, _SPACING, first=2 * CELL)
UNINDENTED = Setting(BODY_SIZE, MEASURE, _SPACING)
TABLE_SIZE = 12
CELL_PADDING = 3
LANDSCAPE_MEASURE = 257 * MM
