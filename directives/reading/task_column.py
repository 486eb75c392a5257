"""Which one of the columns that may say the task does; what the others beside it say of it."""

import re
from typing import TYPE_CHECKING

from bureau.files.grids import Grid
from bureau.org.reading.headers import Role

if TYPE_CHECKING:
    from .columns import Columns

FULLER = re.compile(r"要求|内容|目标|任务")
MEASURES = re.compile(r"(?:整改|治理|解决|防控).{0,2}(?:措施|举措|办法)")
"""What is done about a problem, before what is to come of it."""
ADVISED = re.compile(r"建议|意见|反馈|整改要求")


def with_one_task(grid: Grid, columns: "Columns") -> tuple[Role | None, ...]:
    """Exactly one column says the task: the first whose cells do not stand over several of the next one's."""
    asked = sorted(columns.under(Role.TEXT, Role.DETAIL), key=lambda at: _weight(columns, at))
    asked = asked or columns.under(Role.PROJECT)[:1] or columns.under(Role.CATEGORY)[-1:]
    body = grid.rows[columns.last_row + 1 :]
    parts = [len({row[at].origin for row in body if row[at].words}) for at in asked]
    keep = next(at for at in range(len(asked)) if at + 1 == len(asked) or parts[at] >= parts[at + 1])
    roles = list(columns.roles)
    if _says_more(grid, columns, asked, keep):
        roles[asked[keep]], roles[asked[keep + 1]] = Role.PROJECT, Role.TEXT
        return tuple(roles)

    for rank, at in enumerate(asked):
        roles[at] = Role.TEXT if rank == keep else Role.CATEGORY if rank < keep else Role.DETAIL
    aims = [at for at in asked if columns.labels[at].endswith("目标")]
    if MEASURES.match(columns.labels[asked[keep]]) and aims and Role.PROJECT not in roles:
        roles[aims[0]] = Role.PROJECT
    return tuple(roles)


def _weight(columns: "Columns", at: int) -> int:
    """The lower, the sooner a column says the task: what is done about a problem comes before what was advised."""
    label = columns.labels[at]
    if MEASURES.match(label):
        return 1
    if columns.roles[at] is Role.DETAIL:
        return 3
    return 2 if ADVISED.search(label) else 0


def _says_more(grid: Grid, columns: "Columns", asked: list[int], keep: int) -> bool:
    """「工作事项」 with a few words beside 「工作要求」 with more: both are needed to say what is asked."""
    if (
        keep + 1 >= len(asked)
        or not FULLER.search(columns.labels[asked[keep + 1]])
        or Role.PROJECT in columns.roles
    ):
        return False
    lengths = [
        sum(len(row[at].words) for row in grid.rows[columns.last_row + 1 :]) for at in asked[keep : keep + 2]
    ]
    return lengths[1] > lengths[0]
