"""One row under a header → a draft."""

import re

from bureau.files.grids import Cell, Grid, line
from bureau.org.naming import Directory
from bureau.org.reading.clauses import CONTACT, Duties, in_role, read_clause, take_clauses
from bureau.org.reading.headers import DUTY_ROLES, Role
from bureau.org.reading.words import tidy

from .columns import Columns
from .drafts import Draft
from .numbering import split_numbered, strip_number
from .quarters import month_of

DITTO = {"同上", "〃", "″", '"', "''", "”"}
NOBODY = {"/", "-", "—", "——", "无"}


def row_draft(grid: Grid, at: int, columns: Columns, directory: Directory) -> Draft:
    """The decision on row `at` of the grid."""
    row = grid.rows[at]
    text, said = take_clauses(_words(grid, at, columns.under(Role.TEXT)[0]), directory)
    duties = _duties(grid, at, columns, directory).over(said)
    stages = tuple(_stages(row, columns))
    due = _due(grid, at, columns)
    if due is None and not columns.under(Role.DUE) and not said.due and stages:
        due = _at_last_stage(stages)
    ordinal = next((row[c].words for c in columns.under(Role.ORDINAL)), "")
    return Draft(
        text=_with_project(row, columns, _unnumbered(tidy(text).strip("；;"))),
        passage=line(row),
        place=grid.place(at),
        duties=duties,
        due=due,
        number=int(ordinal) if ordinal.isdecimal() and len(ordinal) < 6 else None,
        category=_category(grid, at, columns),
        remark=_remark(row, columns),
        stages=stages,
    )


def _at_last_stage(stages: tuple[tuple[str, str], ...]) -> str | None:
    """Where months alone say by when, the last of them that holds anything does."""
    month = month_of(stages[-1][0])
    return f"{month}月底" if month else None


def _unnumbered(text: str) -> str:
    """Without its own number; a list inside the cell keeps all of its numbers."""
    return strip_number(text) if len(split_numbered(text)) < 3 else text


def _with_project(row: list[Cell], columns: Columns, text: str) -> str:
    """「项目名称」 beside 「年度任务」: both are needed to say what is asked."""
    names = [tidy(row[c].words).rstrip("。；") for c in columns.under(Role.PROJECT) if row[c].words]
    return "：".join(filter(None, [*(name for name in names if name != text and not name.isdecimal()), text]))


def _duties(grid: Grid, at: int, columns: Columns, directory: Directory) -> Duties:
    duties = Duties()
    for column in columns.under(*(DUTY_ROLES - {Role.DUE})):
        words, asked = _words(grid, at, column), columns.roles[column]
        if asked is None or not words or words in NOBODY:
            continue
        if asked in (Role.LEAD, Role.CO, Role.UNIT):
            duties = duties.and_also(_unit_cell(words, _unit_role(columns, asked), directory))
        else:
            setattr(duties, asked.value, tidy(words))
    return duties


def _unit_role(columns: Columns, asked: Role) -> Role:
    """「责任单位」 beside 「牵头单位」 holds the others; alone, its first leads."""
    return Role.CO if asked is Role.UNIT and columns.under(Role.LEAD) else asked


def _unit_cell(words: str, asked: Role, directory: Directory) -> Duties:
    words = CONTACT.sub("", words)
    labelled = read_clause(words, directory) if re.search(r"[:：]|【", words) else Duties()
    return labelled if labelled.shares else Duties(in_role(words, asked))


def _due(grid: Grid, at: int, columns: Columns) -> object:
    """The cell's own value: a date or serial number must not pass through words. A header may name the year."""
    for column in columns.under(Role.DUE):
        cell = grid.rows[at][column]
        if not cell.words:
            continue
        words = _words(grid, at, column)
        year = re.search(r"20\d\d(?=年)", columns.labels[column])
        if isinstance(cell.value, str) and year and re.match(r"\s*\d{1,2}月", words):
            return f"{year[0]}年{words.strip()}"
        return words if words != cell.words else cell.value
    return None


def _words(grid: Grid, at: int, column: int) -> str:
    """A cell's words; 「同上」 looks up."""
    while at and grid.rows[at][column].words in DITTO:
        at -= 1
    return grid.rows[at][column].words


def _category(grid: Grid, at: int, columns: Columns) -> str:
    """The category stands on its row or, where cells were left empty instead of merged, above it."""
    for column in columns.under(Role.CATEGORY):
        for row in range(at, columns.last_row if columns.last_row < at else -1, -1):
            if words := grid.rows[row][column].words:
                return strip_number(tidy(words))
    return ""


def _stages(row: list[Cell], columns: Columns) -> list[tuple[str, str]]:
    """What the columns of quarters and months say, each once: a cell that spans them is said by the last."""
    at = columns.under(Role.STAGE)
    said = {row[column].origin: (columns.labels[column], tidy(row[column].words)) for column in at}
    return [(label, words) for label, words in said.values() if words and words not in NOBODY]


def _remark(row: list[Cell], columns: Columns) -> str:
    said = [(c, tidy(row[c].words)) for c in columns.under(Role.DETAIL, Role.REMARK) if row[c].words]
    parts = [w if columns.roles[c] is Role.REMARK else f"{columns.labels[c]}：{w}" for c, w in said]
    return "；".join(parts)
