"""Words of a table → rows whose cells have names, and where they stand: line by line as people see it."""

import csv
from dataclasses import dataclass, field
from io import StringIO
from itertools import zip_longest

from bureau.files.grids import Grid
from bureau.files.sheets import grids
from bureau.notices.admin.entering.kinds import Column, Kind
from bureau.notices.admin.entering.known import Unread
from bureau.org.naming import fold

MOST = 300  # rows at once: each is checked as if it were entered alone
ABOVE = 10  # lines in which the head may stand below a title


@dataclass
class Row:
    """One record to be: its line, its words by column, and what is wrong with it, by column; "" is of the whole row."""

    number: int
    words: dict[str, str]
    problems: dict[str, str] = field(default_factory=dict)


@dataclass
class Table:
    columns: list[Column | None]
    rows: list[Row]


def of_file(stream) -> str:
    """The first sheet with anything on it, as it would be pasted. Raises Refused."""
    filled = (grid for grid in grids(stream) if any(cell.words for row in grid.rows for cell in row))
    return as_pasted(next(filled, Grid("")))


def as_pasted(grid: Grid) -> str:
    out = StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerows([cell.words for cell in row] for row in grid.rows)
    return out.getvalue()


def table(words: str, kind: Kind) -> Table:
    """Raises Unread where no row can be read at all."""
    lines = list(numbered(words))
    columns, body = headed(lines, kind)
    rows = [row(number, columns, cells) for number, cells in body if any(cells)]
    if not rows:
        raise Unread("没有读到要录入的行：请把表格连同表头一起粘贴，或者选择 Excel 文件。")
    if len(rows) > MOST:
        raise Unread(f"共 {len(rows)} 行，一次最多录入 {MOST} 行，请分几次。")
    return Table(columns, rows)


def row(number: int, columns: list[Column | None], cells: list[str]) -> Row:
    """What stands under no head is not passed over in silence."""
    beside = [cell for column, cell in zip_longest(columns, cells, fillvalue="") if cell and not column]
    problems = {"": f"“{beside[0]}”不在任何一列之下，请核对这一行各格的位置。"} if beside else {}
    named = {column.name: cell for column, cell in zip(columns, cells, strict=False) if column}
    return Row(number, named, problems)


def numbered(words: str):
    """Each line with its number, as one counts in the box; a cell may hold line ends."""
    reader = csv.reader(StringIO(words), delimiter="\t")
    try:
        for cells in reader:
            yield reader.line_num, [cell.strip() for cell in cells]
    except csv.Error:
        raise Unread(f"第 {reader.line_num} 行有一格太长，或引号没有成对，请改正。") from None


def headed(lines: list, kind: Kind) -> tuple[list[Column | None], list]:
    """The columns by their heads; without a head, in the order of the page."""
    by_head = {fold(column.label): column for column in kind.columns}
    for at, (number, cells) in enumerate(lines[:ABOVE]):
        heads = [by_head.get(fold(cell)) for cell in cells]
        if len([one for one in heads if one]) >= min(2, len(kind.columns)):
            require(number, cells, heads, kind)
            return heads, lines[at + 1 :]
    return list(kind.columns), lines


def require(number: int, cells: list[str], heads: list, kind: Kind) -> None:
    """Every head is known, stands once, and none that must be filled is missing. Raises Unread."""
    known, wrong = "、".join(column.label for column in kind.columns), []
    for place, (cell, head) in enumerate(zip(cells, heads, strict=True), 1):
        if cell and not head:
            wrong.append(
                f"第 {number} 行第 {place} 列“{cell}”不是这里的列名。可用：{known}；用不着的列请整列删去。"
            )
        if head and heads.index(head) != place - 1:
            wrong.append(f"第 {number} 行第 {place} 列“{cell}”重复，请只留一列。")
    if missing := [column.label for column in kind.columns if column.must and column not in heads]:
        wrong.append(f"缺少“{'”“'.join(missing)}”列，请在表头和每一行补上。")
    if wrong:
        raise Unread("".join(wrong))
