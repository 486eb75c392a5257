"""A workbook that came back → its lines, each with what stood in it and what stands in it now; and what is to be said of the file."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from bureau.files.grids import Grid
from bureau.files.refused import Refused
from bureau.files.sheets import grids
from bureau.matters.reimport.columns import CODE, MARK, WHY, told
from bureau.matters.reimport.seal import FIRST, Base, Sealed, base_in
from bureau.org.naming import fold

HEAD_WITHIN = 10  # rows in which the heads may stand below a title
EXPORT_AGAIN = "请回到台账点“改后导回”，重新下载一份再改。"
LOST = f"没有找到导出时的底稿：隐藏的工作表被删掉了，或者表格被复制到了别的文件里。{EXPORT_AGAIN}"
FORGED = f"导出时的底稿被改动过，不能核对哪些是您改的。{EXPORT_AGAIN}"
NO_TABLE = f"没有找到台账：工作表里要有“{CODE}”这一列的标题和每行的识别码。{EXPORT_AGAIN}"


@dataclass(frozen=True)
class Line:
    """A row of the workbook: `number` as one sees it, what it held when it was made, what it holds, by label."""

    number: int
    pk: int
    before: dict[str, str]
    now: dict[str, str]
    why: str

    @property
    def changed(self) -> list[str]:
        """The labels of cells that are otherwise than they were."""
        return [label for label, words in self.now.items() if words != self.before[label]]


@dataclass
class Returned:
    """What the workbook holds. `notes`: what was not read, or is not there any more; `added`: the numbers of rows that are new;
    `wrong`: pairs of a row's number and what is wrong with it."""

    base: Base
    lines: list[Line] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    added: list[int] = field(default_factory=list)
    wrong: list[tuple[int, str]] = field(default_factory=list)


def read(stream: BinaryIO, kind: str) -> Returned:
    """Raises Refused with what to do where it is no workbook of this ledger."""
    found = grids(stream, hidden=True)
    copies = [
        grid for grid in found if grid.rows and told(grid.rows[0][0].value if grid.rows[0] else "") == FIRST
    ]
    if not copies:
        raise Refused(LOST)
    base, rows = originals(copies[0])
    if base.kind != kind:
        raise Refused("这份表格是另一本台账导出的，请到那本台账里导回。")
    tables = [table for grid in found if grid not in copies and (table := table_in(grid))]
    if not tables:
        raise Refused(NO_TABLE)
    if len(tables) > 1:
        names = "、".join(f"“{table.grid.name}”" for table in tables)
        raise Refused(f"有{len(tables)}张工作表都带“{CODE}”：{names}。请只留改好的那一张，再上传。")
    return compared(tables[0], Returned(base), rows)


def originals(grid: Grid) -> tuple[Base, dict[int, Sealed]]:
    """What stood in the rows, by matter. Raises Refused."""
    rows = [[told(cell.value) for cell in row] for row in grid.rows]
    if (base := base_in(rows)) is None:
        raise Refused(FORGED)
    wide, found = len(base.labels), {}
    for row in rows[2:]:
        if not row[0]:
            continue
        row += [""] * (wide + 2 - len(row))
        sealed = Sealed(int(row[0]) if row[0].isdecimal() else 0, tuple(row[1 : wide + 1]))
        if not base.is_sealed(row[wide + 1], sealed):
            raise Refused(FORGED)
        found[sealed.pk] = sealed
    return base, found


@dataclass(frozen=True)
class Table:
    """The sheet that is read: `head`: the place of its heads; `at`: label → place of its column."""

    grid: Grid
    head: int
    at: dict[str, int]

    def words(self, row: int, label: str) -> str:
        cells = self.grid.rows[row]
        place = self.at[label]
        return told(cells[place].value) if place < len(cells) else ""

    def is_empty(self, row: int) -> bool:
        return not any(cell.words for cell in self.grid.rows[row])


def label_of(words: str) -> str:
    """A head without the mark, and without blanks and line ends."""
    return fold(words.replace(MARK, ""))


def table_in(grid: Grid) -> Table | None:
    """None where the sheet has no column of codes."""
    for place, row in enumerate(grid.rows[:HEAD_WITHIN]):
        heads = [label_of(cell.words) for cell in row]
        if fold(CODE) in heads:
            at = {head: heads.index(head) for head in dict.fromkeys(heads) if head}
            return Table(grid, place, at)
    return None


def compared(table: Table, returned: Returned, rows: dict[int, Sealed]) -> Returned:
    known = {label: fold(label) for label in (*returned.base.labels, WHY, CODE)}
    at = {label: table.at[folded] for label, folded in known.items() if folded in table.at}
    returned.notes += unread_columns(table, set(known.values()), at, returned.base)
    table = Table(table.grid, table.head, at)
    codes: Counter[int] = Counter()
    for number, row, code in coded(table, returned):
        sealed = rows.get(int(code)) if code.isdecimal() else None
        if sealed is None:
            returned.wrong.append((number, f"识别码“{code[:20]}”不在导出的台账里，没有读这一行。"))
            continue
        codes[sealed.pk] += 1
        returned.lines.append(line(table, returned.base, number, row, sealed))
    repeated = {pk for pk, count in codes.items() if count > 1}
    returned.wrong += [
        (one.number, f"识别码{one.pk}出现了不止一次，请只留一行；这几行都没有读。")
        for one in returned.lines
        if one.pk in repeated
    ]
    returned.lines = [one for one in returned.lines if one.pk not in repeated]
    if gone := len(rows.keys() - codes.keys()):
        returned.notes.append(f"比导出时少了{gone}行。导回不删除事项，要作废的请在事项里办理。")
    return returned


def unread_columns(table: Table, known: set[str], at: dict[str, int], base: Base) -> Iterator[str]:
    heads = [cell.words for cell in table.grid.rows[table.head]]
    if unknown := [words for words in heads if words and label_of(words) not in known]:
        yield f"{'、'.join(f'“{one[:20]}”' for one in unknown)}不是台账的栏目，没有读。"
    if missing := [label for label in base.labels if label not in at]:
        yield f"表里没有{'、'.join(f'“{one}”' for one in missing)}，这些栏目不动。"


def coded(table: Table, returned: Returned) -> Iterator[tuple[int, int, str]]:
    """Number, place and code of the rows that have one; of others it is said that they are new."""
    for row in range(table.head + 1, len(table.grid.rows)):
        if table.is_empty(row):
            continue
        number = table.grid.numbers[row]
        if code := table.words(row, CODE):
            yield number, row, code
        else:
            returned.added.append(number)


def line(table: Table, base: Base, number: int, row: int, sealed: Sealed) -> Line:
    """Of the columns that are still there."""
    before = {one: words for one, words in zip(base.labels, sealed.cells, strict=True) if one in table.at}
    now = {label: table.words(row, label) for label in before}
    why = table.words(row, WHY) if WHY in table.at else ""
    return Line(number, sealed.pk, before, now, why)
