"""Which rows are headers, and which column is asked for what."""

from dataclasses import dataclass, replace

from bureau.files.grids import Grid, distinct
from bureau.org.naming import fold
from bureau.org.reading.headers import DUTY_ROLES, Role, role

WORKED = {Role.TEXT, Role.PROJECT, Role.DETAIL}


@dataclass(frozen=True)
class Columns:
    """A header: its last row, the role of each column, and the words each column is headed with."""

    last_row: int
    roles: tuple[Role | None, ...]
    labels: tuple[str, ...]

    def under(self, *wanted: Role) -> list[int]:
        """The columns with one of these roles, from the left."""
        return [at for at, found in enumerate(self.roles) if found in wanted]


def header_at(grid: Grid, row: int) -> Columns | None:
    """The header that begins on this row, of one to three rows, or None."""
    roles = _roles(grid, row, row)
    if not _is_header(grid, row, roles):
        return None
    last = row
    while last < min(row + 2, len(grid.rows) - 1) and _continues(grid, last + 1):
        last += 1
    labels = tuple(fold(cell.words) for cell in grid.rows[last])
    columns = Columns(last, _roles(grid, row, last), labels)
    return replace(columns, roles=_with_one_task(grid, columns))


def _is_header(grid: Grid, row: int, roles: tuple[Role | None, ...]) -> bool:
    named = {found for found in roles if found}
    cells = distinct(grid.rows[row])
    known = sum(role(cell.words) is not None for cell in cells)
    return bool(named & (WORKED | {Role.CATEGORY}) and named & DUTY_ROLES and known * 2 > len(cells))


def _continues(grid: Grid, row: int) -> bool:
    """A second header row: every cell is the one above it or a label, and at least one is a label."""
    fresh = [
        c for c, above in zip(grid.rows[row], grid.rows[row - 1], strict=True) if c.origin != above.origin
    ]
    fresh = [cell for cell in fresh if cell.words]
    return bool(fresh) and all(role(cell.words) for cell in fresh) and len(fresh) < len(grid.rows[row])


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


def _with_one_task(grid: Grid, columns: Columns) -> tuple[Role | None, ...]:
    """Exactly one column says the task: the first whose cells do not stand over several of the next one's."""
    asked = columns.under(Role.TEXT) + columns.under(Role.DETAIL)
    asked = asked or columns.under(Role.PROJECT)[:1] or columns.under(Role.CATEGORY)[-1:]
    body = grid.rows[columns.last_row + 1 :]
    parts = [len({row[at].origin for row in body if row[at].words}) for at in asked]
    keep = next(at for at in range(len(asked)) if at + 1 == len(asked) or parts[at] >= parts[at + 1])
    roles = list(columns.roles)
    for rank, at in enumerate(asked):
        roles[at] = Role.TEXT if rank == keep else Role.CATEGORY if rank < keep else Role.DETAIL
    return tuple(roles)
