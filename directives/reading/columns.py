"""Which rows are headers, and which column is asked for what: by what heads it and by what stands in it."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bureau.files.grids import Cell, Grid, distinct
from bureau.org.naming import Directory, fold
from bureau.org.reading.clauses import DATE_LIKE
from bureau.org.reading.headers import DUTY_ROLES, LONGEST, WORKED, Role, role
from bureau.org.reading.splitting import split_names

from .task_column import with_one_task

UNITS = {Role.LEAD, Role.CO, Role.UNIT}
KEPT = {Role.CATEGORY, Role.ORDINAL, Role.LEADER, Role.OTHER}
LOOKED_AT = 40
"""Cells of a column that are asked what they hold."""
MEASURE = re.compile(
    r"[万亿千百]?(?:元|亩|个|户|人|人次|%|公里|千米|米|吨|平方米|平方公里|公顷|所|座|台|套|条|处|家|件|次|项)"
)
NUMBER = re.compile(r"[\d.,%％]+")


class Content(StrEnum):
    """What most cells of a column hold."""

    UNITS = "units"
    DATES = "dates"
    NUMBERS = "numbers"
    WORDS = "words"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Columns:
    """A header: its last row, the role of each column, and the words each column is headed with."""

    last_row: int
    roles: tuple[Role | None, ...]
    labels: tuple[str, ...]

    def under(self, *wanted: Role) -> list[int]:
        """The columns with one of these roles, from the left."""
        return [at for at, found in enumerate(self.roles) if found in wanted]


def header_at(grid: Grid, row: int, directory: Directory) -> Columns | None:
    """The header that begins on this row, of one to three rows, or None."""
    if not _is_labels(grid, row, directory) or _labels_run_down(grid, row):
        return None
    last = row
    while last < min(row + 2, len(grid.rows) - 1) and _continues(grid, last + 1, directory):
        last += 1
    labels = tuple(fold(cell.words) for cell in grid.rows[last])
    columns = Columns(last, _settled(grid, last, _roles(grid, row, last), directory), labels)
    if not columns.under(*WORKED, Role.CATEGORY) or not columns.under(*DUTY_ROLES, Role.STAGE):
        return None
    if not (columns.under(*UNITS, Role.DUE) or columns.under(*WORKED)):
        return None
    return replace(columns, roles=with_one_task(grid, columns))


def _is_labels(grid: Grid, row: int, directory: Directory) -> bool:
    """Several short cells, none of which is a unit, a date or a number; and either two say what is below, or what is below does."""
    cells = distinct(grid.rows[row])
    if len(cells) < 2 or any(_is_value(cell, directory) for cell in cells):
        return False
    known = [found for cell in cells if (found := role(cell.words))]
    duties = [found for found in known if found in DUTY_ROLES]
    if duties and len(known) > 1:
        return True
    below = [
        _content(grid, row, column, directory)
        for column in range(len(grid.rows[row]))
        if grid.rows[row][column].words
    ]
    return (len(known) * 2 >= len(cells) and bool(duties or Content.UNITS in below)) or (
        Content.UNITS in below and bool(known)
    )


def _labels_run_down(grid: Grid, row: int) -> bool:
    """A card, or a table on its side: its labels stand one below the other."""
    first = [next(iter(distinct(below)), None) for below in grid.rows[row + 1 : row + 12]]
    return sum(cell is not None and role(cell.words) in DUTY_ROLES for cell in first) > 1


def _is_value(cell: Cell, directory: Directory) -> bool:
    words = fold(cell.words)
    if (
        isinstance(cell.value, date | int | float)
        or len(words) > LONGEST + 6
        or re.search(r"[:：].|[。；]", words)
    ):
        return True
    return (
        all(directory.knows(name) for name in split_names(words, directory))
        or bool(NUMBER.fullmatch(words))
        or (role(words) is None and _holds_date(words))
    )


def _holds_date(words: str) -> bool:
    return (
        len(words) <= 24
        and bool(DATE_LIKE.search(words))
        and any(sign.isdigit() or sign in "一二三四五六七八九十年底" for sign in words)
    )


def _continues(grid: Grid, row: int, directory: Directory) -> bool:
    """A second header row: every cell is the one above it or a label, and at least one is a label."""
    fresh = [
        (column, cell)
        for column, (cell, above) in enumerate(zip(grid.rows[row], grid.rows[row - 1], strict=True))
        if cell.origin != above.origin and cell.words
    ]
    if not fresh or len(fresh) == len(grid.rows[row]):
        return False
    return all(
        role(cell.words) or (not _is_value(cell, directory) and _spans(grid.rows[row - 1], column))
        for column, cell in fresh
    ) and any(role(cell.words) or _spans(grid.rows[row - 1], column) for column, cell in fresh)


def _spans(row: list[Cell], column: int) -> bool:
    """Whether the cell at this column covers the next or the one before too."""
    beside = row[max(0, column - 1) : column] + row[column + 1 : column + 2]
    return bool(row[column].words) and any(cell.origin == row[column].origin for cell in beside)


def _roles(grid: Grid, first: int, last: int) -> tuple[Role | None, ...]:
    """Each column by its lowest label; where that says nothing, by all its labels together."""
    found = []
    for column in range(len(grid.rows[first])):
        stack = {c.origin: c.words for r in range(first, last + 1) if (c := grid.rows[r][column]).words}
        labels = list(stack.values())
        found.append(_stacked(labels) if labels else None)
    return tuple(found)


def _stacked(labels: list[str]) -> Role | None:
    lowest = role(labels[-1])
    if len(labels) > 1 and lowest in (None, Role.TEXT, Role.OTHER, Role.PROJECT):
        return lowest if lowest is Role.OTHER else role("".join(labels)) or role(labels[0])
    return lowest


def _content(grid: Grid, last: int, column: int, directory: Directory) -> Content:
    """What most filled cells below hold; at least half of them."""
    cells = list(
        {cell.origin: cell for row in grid.rows[last + 1 :] if (cell := row[column]).words}.values()
    )[:LOOKED_AT]
    kinds = [_kind(cell, directory) for cell in cells]
    return next((kind for kind in Content if kinds.count(kind) * 2 >= max(1, len(kinds))), Content.NOTHING)


def _kind(cell: Cell, directory: Directory) -> Content:
    if isinstance(cell.value, date):
        return Content.DATES
    words = fold(cell.words)
    if NUMBER.fullmatch(words) or MEASURE.fullmatch(words):
        return Content.NUMBERS
    if len(words) <= 300 and _names_units(cell.words, directory):
        return Content.UNITS
    return Content.DATES if _holds_date(words) else Content.WORDS


def _names_units(words: str, directory: Directory) -> bool:
    names = split_names(re.sub(r"牵头|负责|配合|协办|主办", "", words), directory)
    known = [name for name in names if directory.knows(name)]
    return len(known) * 2 >= max(1, len(names))


def _settled(
    grid: Grid, last: int, roles: tuple[Role | None, ...], directory: Directory
) -> tuple[Role | None, ...]:
    """What the labels say, against what the cells hold: 「单位」 over 亿元 is no unit, an unknown label over units is."""
    contents = [_content(grid, last, column, directory) for column in range(len(roles))]
    found = list(roles)
    named = bool({Role.LEAD, Role.UNIT} & set(roles))

    for at, (said, content) in enumerate(zip(roles, contents, strict=True)):
        if said in UNITS and content is Content.NUMBERS:
            found[at] = Role.OTHER
        if said not in UNITS and not named and said not in KEPT and content is Content.UNITS:
            found[at] = Role.UNIT
        if said is None and content is Content.DATES and Role.DUE not in roles:
            found[at] = Role.DUE
    if not UNITS & set(found):
        found = [
            Role.UNIT if said in (Role.LEADER, Role.OTHER) and content is Content.UNITS else said
            for said, content in zip(found, contents, strict=True)
        ]
    found = _without_sections(grid, last, found)
    if not WORKED & set(found):
        _name_the_longest(grid, last, found, contents)
    _name_the_project(grid, last, found, contents)

    return tuple(found)


def _without_sections(grid: Grid, last: int, found: list[Role | None]) -> list[Role | None]:
    """「责任科室」 beside a unit is a part of it."""
    units = [at for at, said in enumerate(found) if said in UNITS]
    parts = [at for at in units if re.search(r"科室|股室|处室", fold(grid.rows[last][at].words))]
    if len(parts) == len(units):
        return found
    return [Role.OTHER if at in parts else said for at, said in enumerate(found)]


def _name_the_longest(grid: Grid, last: int, found: list[Role | None], contents: list[Content]) -> None:
    """Where no label says what is to be done, the column with the longest words does."""
    free = [
        at for at, said in enumerate(found) if said in (None, Role.CATEGORY) and contents[at] is Content.WORDS
    ]
    lengths = {at: sum(len(row[at].words) for row in grid.rows[last + 1 :]) for at in free}
    if free and (named := max(free, key=lambda at: (lengths[at], at))) is not None and found[named] is None:
        found[named] = Role.TEXT


def _name_the_project(grid: Grid, last: int, found: list[Role | None], contents: list[Content]) -> None:
    """An unknown column of words left of the task, with other words in each row, says what the task is about."""
    tasks = [at for at, said in enumerate(found) if said in (Role.TEXT, Role.DETAIL)]
    if not tasks or Role.PROJECT in found:
        return
    rows = [row for row in grid.rows[last + 1 :] if row[tasks[0]].words]
    for at in range(tasks[0]):
        if (
            found[at] is None
            and contents[at] is Content.WORDS
            and len({row[at].words for row in rows}) == len(rows) > 1
        ):
            found[at] = Role.PROJECT
            return
