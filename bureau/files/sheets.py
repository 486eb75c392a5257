"""An Excel workbook → one grid per visible sheet."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

from openpyxl import Workbook, load_workbook
from openpyxl.utils import column_index_from_string
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from bureau.files.refused import Refused
from bureau.org.visible import visible

from .grids import Cell, Grid

ROWS, COLUMNS = 20_000, 60
"""What one sheet may reach; tables end far before, stray formatting may not."""
SHEETS = 30
DECIMALS = re.compile(r"0\.(0+)_?\s*")
"""A number shown with fixed decimals is what is shown: 11.30 is no 11.3."""


def grids(stream: BinaryIO, hidden: bool = False) -> list[Grid]:
    """Every visible worksheet, and those that are `hidden` where they are asked for; formulas as their stored results."""
    book = load_workbook(stream, keep_links=False)
    stored = _results(book, stream)
    sheets = [sheet for sheet in book.worksheets if hidden or sheet.sheet_state == "visible"][:SHEETS]
    return [_grid(sheet, stored and stored[sheet.title], book.epoch == CALENDAR_MAC_1904) for sheet in sheets]


def _results(book: Workbook, stream: BinaryIO) -> Workbook | None:
    """The same book with results in place of formulas, only where it has any."""
    for sheet in book.worksheets:
        _refuse_endless(sheet)
        cells = (cell for row in sheet.iter_rows(max_col=min(sheet.max_column, COLUMNS)) for cell in row)
        if any(cell.data_type == "f" for cell in cells):
            stream.seek(0)
            return load_workbook(stream, keep_links=False, data_only=True)
    return None


def _refuse_endless(sheet: Any) -> None:
    if sheet.max_row > ROWS:
        raise Refused(f"工作表「{sheet.title}」一直延伸到第 {sheet.max_row} 行，请删去末尾多余的行后再上传。")


def _grid(sheet: Any, results: Any, mac: bool) -> Grid:
    merged = {
        (row, column): (area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, min(area.max_row, sheet.max_row) + 1)
        for column in range(area.min_col, min(area.max_col, COLUMNS) + 1)
    }
    wide = min(sheet.max_column, COLUMNS)
    values = {
        (cell.row, cell.column): _value(cell, results, mac)
        for row in sheet.iter_rows(max_col=wide)
        for cell in row
        if cell.value is not None
    }
    grid = Grid(sheet.title)
    for row in range(1, sheet.max_row + 1):
        origins = [merged.get((row, column), (row, column)) for column in range(1, wide + 1)]
        cells = [Cell(values.get(origin), (origin[0] - 1, origin[1] - 1)) for origin in origins]
        grid.rows.append(cells)
        grid.numbers.append(row)
    grid.unseen_rows = {row - 1 for row, shape in sheet.row_dimensions.items() if shape.hidden}
    grid.unseen_columns = set(_unseen_columns(sheet, wide))
    grid.unseen = sheet.sheet_state != "visible"
    return grid


def _unseen_columns(sheet: Any, wide: int) -> Iterator[int]:
    """One entry stands for a whole range of columns."""
    for letter, shape in sheet.column_dimensions.items():
        if shape.hidden:
            first = shape.min or column_index_from_string(letter)
            yield from range(first - 1, min(shape.max or first, wide))


def _value(cell: Any, results: Any, mac: bool) -> Any:
    """A date shown without its day (「2026年12月」) means the month, 0.8 shown as a share 80%; serials of 1904 books are moved."""
    value = cell.value
    if cell.data_type == "f" and results is not None:
        stored = results.cell(cell.row, cell.column).value
        value = cell.value if stored is None else stored
    if isinstance(value, datetime | date) and not re.search(r"d", _shown(cell), re.IGNORECASE):
        return f"{value.year}年{value.month}月" if "m" in _shown(cell).lower() else f"{value.year}年"
    if isinstance(value, int | float) and _shown(cell).endswith("%"):
        return f"{round(value * 100, 6):g}%"
    if isinstance(value, float) and (decimals := DECIMALS.fullmatch(_shown(cell))):
        return f"{value:.{len(decimals[1])}f}"
    if mac and type(value) is int and 30_000 < value < 80_000:
        return value + 1462
    return value if isinstance(value, datetime | date | int | float) else visible(str(value))


def _shown(cell: Any) -> str:
    """The number format without its quoted words and locale tags."""
    return re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", cell.number_format or "")
