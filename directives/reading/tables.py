"""Task tables → drafts: under a header each row with a task is a decision; the rest belongs to a neighbour."""

import re
from dataclasses import dataclass, field, replace

from bureau.files.grids import Cell, Grid, distinct, line
from bureau.org.naming import Directory, fold
from bureau.org.reading.headers import DUTY_ROLES, Role
from bureau.org.reading.words import tidy

from .columns import Columns, header_at
from .drafts import Draft
from .items import Fate
from .numbering import strip_number
from .page import Line
from .rows import row_draft

BETWEEN = " ｜ "
NOTE = re.compile(
    r"(?:注|备注|说明|附注?|.{0,4}(?:填表|制表|填报|审核|联系|负责)人?.{0,2}|.{0,4}(?:单位|日期|电话)(?:\(.*\))?):|[合总小共]计"
)
COUNTED = re.compile(r"[一二三四五六七八九十]{1,3}[、.]?|[（(][一二三四五六七八九十]{1,3}[)）]")
"""A number that counts chapters, not tasks."""
HEADING = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])")


@dataclass
class Table:
    """What a grid gave: lines above the first header, drafts, and the header for a table that goes on."""

    grid: Grid
    directory: Directory
    columns: Columns | None = None
    head: list[str] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    category: str = ""
    counts: bool = False
    lines: list[Line] = field(default_factory=list)

    def use(self, columns: Columns) -> None:
        """Read on under this header."""
        ordinals = columns.under(Role.ORDINAL)[:1]
        self.columns = columns
        self.counts = any(row[at].words.isdecimal() for row in self.grid.rows for at in ordinals)


def read_table(grid: Grid, directory: Directory, before: Columns | None = None) -> Table:
    """Walk the rows once. `before` is the header of the table just above, for one continued on a new page."""
    table, at = Table(grid, directory), 0
    if before and grid.rows and len(before.roles) == len(grid.rows[0]):
        table.use(replace(before, last_row=-1))
    while at < len(grid.rows):
        if columns := header_at(grid, at, directory):
            table.use(columns)
            for row in range(at, columns.last_row + 1):
                _aside(table, row, "表头")
            at = columns.last_row
        elif table.columns:
            _row(table, table.columns, at)
        else:
            table.head.append(line(grid.rows[at]))
            _aside(table, at, "表头以上")
        at += 1
    return table


def _aside(table: Table, at: int, reason: str) -> None:
    shown, _ = row_line(table.grid, at)
    shown.mark(Fate.BACKGROUND, reason)
    table.lines.append(shown)


def row_line(grid: Grid, at: int) -> tuple[Line, dict[tuple[int, int], tuple[int, int]]]:
    """A row as one line, and where in it each cell stands."""
    parts, places, length = [], dict[tuple[int, int], tuple[int, int]](), 0
    for cell in distinct(grid.rows[at]):
        words = tidy(cell.words)
        places[cell.origin] = (length, length + len(words))
        parts.append(words)
        length += len(words) + len(BETWEEN)
    return Line(BETWEEN.join(parts), place=grid.place(at), stream=grid.name), places


def _row(table: Table, columns: Columns, at: int) -> None:
    cells = distinct(table.grid.rows[at])
    if not cells:
        return
    if NOTE.match(fold(cells[0].words)) or _counts_columns(cells):
        _aside(table, at, "合计、说明")
    elif _is_heading(table, columns, at, cells):
        table.category = strip_number(tidy(cells[-1].words))
        _aside(table, at, "类别")
    else:
        _decision(table, columns, at)


def _counts_columns(cells: list[Cell]) -> bool:
    """The row 「1 2 3 4 …」 that some forms print under the header."""
    return len(cells) > 3 and [cell.words for cell in cells] == [str(n + 1) for n in range(len(cells))]


def _is_heading(table: Table, columns: Columns, at: int, cells: list[Cell]) -> bool:
    """A row that is one cell, and neither a task without units nor the last row's units going on."""
    row = table.grid.rows[at]
    places = [place for place, cell in enumerate(row) if cell.words]
    if (
        len(cells) == 2
        and COUNTED.fullmatch(fold(cells[0].words))
        and columns.roles[places[-1]] not in DUTY_ROLES
    ):
        return columns.roles[places[0]] in (Role.ORDINAL, None, Role.CATEGORY) and len(cells[1].words) <= 40
    if len({cell.words for cell in cells}) > 1 or cells[0].origin[0] != at:
        return False
    if len(places) > 1:
        return True
    if columns.roles[places[0]] in DUTY_ROLES:
        return False
    is_task = columns.roles[places[0]] is Role.TEXT
    return not is_task or table.counts or bool(HEADING.match(cells[0].words) and len(cells[0].words) <= 30)


def _decision(table: Table, columns: Columns, at: int) -> None:
    cell = table.grid.rows[at][columns.under(Role.TEXT)[0]]
    draft = row_draft(table.grid, at, columns, table.directory)
    draft.category = draft.category or table.category
    if table.drafts and (not cell.words or cell.origin[0] < at) and not _stands_alone(table, columns, at):
        _join(table.drafts[-1], draft)
        draft = table.drafts[-1]
    elif draft.text:
        table.drafts.append(draft)
    else:
        shown, _ = row_line(table.grid, at)
        shown.mark(Fate.UNREAD, "这一行没有写明做什么")
        table.lines.append(shown)
        return
    table.lines.append(_accounted(table, columns, at, draft))


def _stands_alone(table: Table, columns: Columns, at: int) -> bool:
    """A row without a task of its own names a project of its own."""
    row = table.grid.rows[at]
    return any(row[c].words and row[c].origin[0] == at for c in columns.under(Role.PROJECT))


def _accounted(table: Table, columns: Columns, at: int, draft: Draft) -> Line:
    """The row as a line: the cells that are part of its item, and those of columns that say nothing of it."""
    shown, places = row_line(table.grid, at)
    for column, cell in enumerate(table.grid.rows[at]):
        if cell.origin not in places:
            continue
        start, end = places[cell.origin]
        if columns.roles[column] in (None, Role.OTHER, Role.ORDINAL):
            shown.mark(Fate.BACKGROUND, f"栏目：{columns.labels[column] or '无名'}", start=start, end=end)
        else:
            shown.mark(Fate.ITEM, draft=draft, start=start, end=end)
    return shown


def _join(earlier: Draft, later: Draft) -> None:
    """A task spread over several rows: its units add up, the last date counts."""
    if earlier.duties.shares != later.duties.shares:
        earlier.duties.shares = earlier.duties.shares.add(later.duties.shares)
    earlier.due = later.due if later.due is not None else earlier.due
    earlier.passage = f"{earlier.passage} {later.passage}"
