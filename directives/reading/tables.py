"""Task tables → drafts: under one header, each row with a task is a decision, the rest belongs to a neighbour."""

import re
from dataclasses import dataclass, field

from .clauses import Duties, in_role, read_clause, take_clauses
from .columns import Columns, header_at
from .directory import Directory
from .drafts import Draft
from .grids import Grid, distinct, line
from .headers import DUTY_ROLES, Role
from .numbering import strip_number
from .words import fold, tidy

NOTE = re.compile(
    r"^(?:注|备注|说明|附|填表|制表|填报|联系|审核|合计|总计|小计|共计|以上|单位[(（:：]|主要负责人|分管|打印|日期)"
)
DITTO = {"同上", "〃", "″", '"', "''", "”"}


@dataclass
class Table:
    """What a grid gave: lines above the first header, drafts, and the header for a table that goes on."""

    head: list[str] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    columns: Columns | None = None


def read_table(grid: Grid, directory: Directory, before: Columns | None = None) -> Table:
    """Walk the rows once. `before` is the header of the table just above, for one continued on a new page."""
    table, category, at = Table(columns=_carried(grid, before)), "", 0
    while at < len(grid.rows):
        if columns := header_at(grid, at):
            table.columns, at = (
                Columns(columns.last_row, _chosen(grid, columns), columns.labels),
                columns.last_row,
            )
        elif not table.columns:
            table.head.append(line(grid.rows[at]))
        elif section := _section(grid, at, table):
            category = section
        else:
            _row(grid, at, table, category, directory)
        at += 1
    return table


def _carried(grid, before):
    wide = len(grid.rows[0]) if grid.rows else 0
    return before if before and len(before.roles) == wide else None


def _chosen(grid, columns):
    """One column says the task. A first one merged over rows, or left of 「项目名称」, names the group."""
    roles = list(columns.roles)
    asked = columns.under(Role.TEXT) or columns.under(Role.DETAIL)[:1] or columns.under(Role.PROJECT)[:1]
    if not asked:
        asked = columns.under(Role.CATEGORY)[-1:]
    keep = next((at for at in asked if not _is_group(grid, columns, at, asked)), asked[-1])
    for at in asked:
        roles[at] = Role.TEXT if at == keep else Role.CATEGORY if at < keep else Role.DETAIL
    return tuple(roles)


def _is_group(grid, columns, at, asked):
    """Whether cells of this column stand over several rows while another tells them apart."""
    if at == asked[-1]:
        return False
    body = grid.rows[columns.last_row + 1 :]
    own = {row[at].origin for row in body if row[at].words}
    finer = {row[asked[asked.index(at) + 1]].origin for row in body if row[asked[asked.index(at) + 1]].words}
    return len(own) < len(finer)


def _section(grid, at, table):
    """A row that is one cell: a heading over the rows below, or a note."""
    cells = distinct(grid.rows[at])
    if len(cells) != 1 or NOTE.match(cells[0].words) or cells[0].origin[0] != at:
        return ""
    words = cells[0].words
    alone = sum(cell.origin == cells[0].origin for cell in grid.rows[at]) > 1
    in_text = grid.rows[at][table.columns.under(Role.TEXT)[0]].words
    numbered = re.match(r"^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])", words)
    if alone or not in_text or (numbered and len(words) <= 30) or _others_are_numbered(grid, table):
        return strip_number(tidy(words))
    return ""


def _others_are_numbered(grid, table):
    ordinals = table.columns.under(Role.ORDINAL)
    return bool(ordinals) and any(row[ordinals[0]].words.isdecimal() for row in grid.rows)


def _row(grid, at, table, category, directory):
    row, columns = grid.rows[at], table.columns
    cells = distinct(row)
    if not cells or NOTE.match(fold(cells[0].words)) or _counts_columns(cells):
        return
    text_cell = row[columns.under(Role.TEXT)[0]]
    draft = _draft(grid, at, table, category, directory)
    follows = table.drafts and (not text_cell.words or (at and text_cell.origin[0] < at))
    if follows and _belongs(draft, text_cell):
        _join(table.drafts[-1], draft)
    elif text_cell.words and (
        draft.duties or draft.due is not None or draft.number or len(cells) > 1 or not _has_ordinals(columns)
    ):
        table.drafts.append(draft)


def _has_ordinals(columns):
    return bool(columns.under(Role.ORDINAL))


def _counts_columns(cells):
    """The row 「1 2 3 4 …」 that some forms print under the header."""
    return len(cells) > 3 and [cell.words for cell in cells] == [str(n + 1) for n in range(len(cells))]


def _belongs(draft, text_cell):
    return not text_cell.words or bool(draft.duties) or draft.due is not None


def _join(earlier, later):
    """A task spread over several rows: its units add up, the last date counts."""
    new = later.duties.shares
    old = earlier.duties.shares
    if (new.lead, new.co, new.either) != (old.lead, old.co, old.either):
        earlier.duties.shares = old.add(new)
    earlier.due = later.due if later.due is not None else earlier.due
    earlier.passage = f"{earlier.passage} {later.passage}"


def _draft(grid, at, table, category, directory):
    row, columns = grid.rows[at], table.columns
    text, said = take_clauses(row[columns.under(Role.TEXT)[0]].words, directory)
    duties = _duties(grid, at, columns, directory).over(said)
    due = _due(grid, at, columns)
    ordinal = next((row[c].words for c in columns.under(Role.ORDINAL)), "")
    return Draft(
        text=_with_project(row, columns, strip_number(tidy(text))),
        passage=line(row),
        place=grid.place(at),
        duties=duties,
        due=due,
        number=int(ordinal) if ordinal.isdecimal() and len(ordinal) < 6 else None,
        category=_category(grid, at, columns) or category,
        remark=_remark(row, columns),
    )


def _with_project(row, columns, text):
    """「项目名称」 beside 「年度任务」: both are needed to say what is asked."""
    names = [tidy(row[c].words) for c in columns.under(Role.PROJECT) if row[c].words]
    return "：".join([*(name for name in names if name != text), text]) if text else ""


def _duties(grid, at, columns, directory):
    duties = Duties()
    for column in columns.under(*(DUTY_ROLES - {Role.DUE})):
        words, asked = _words(grid, at, column), columns.roles[column]
        if not words or words in {"/", "-", "—", "——", "无"}:
            continue
        if asked in (Role.LEAD, Role.CO, Role.UNIT):
            duties = duties.and_also(_unit_cell(words, _unit_role(columns, asked), directory))
        else:
            setattr(duties, asked.value, tidy(words))
    return duties


def _unit_role(columns, asked):
    """「责任单位」 beside 「牵头单位」 holds the others; alone, its first leads."""
    return Role.CO if asked is Role.UNIT and columns.under(Role.LEAD) else asked


def _unit_cell(words, asked, directory):
    labelled = read_clause(words, directory) if re.search(r"[:：]", words) else Duties()
    return labelled if labelled.shares else Duties(in_role(words, asked))


def _due(grid, at, columns):
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


def _words(grid, at, column):
    """A cell's words; 「同上」 looks up."""
    while at and grid.rows[at][column].words in DITTO:
        at -= 1
    return grid.rows[at][column].words


def _category(grid, at, columns):
    """The category stands on its row or, where cells were left empty instead of merged, above it."""
    for column in columns.under(Role.CATEGORY):
        for row in range(at, columns.last_row if columns.last_row < at else -1, -1):
            if words := grid.rows[row][column].words:
                return strip_number(tidy(words))
    return ""


def _remark(row, columns):
    said = [(c, tidy(row[c].words)) for c in columns.under(Role.DETAIL, Role.REMARK) if row[c].words]
    parts = [w if columns.roles[c] is Role.REMARK else f"{columns.labels[c]}：{w}" for c, w in said]
    return "；".join(parts)
