"""A workbook that came back → its lines, each with what stood in it and what stands in it now; and what is to be said of the file."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from bureau.files.grids import Grid
from bureau.files.refused import Refused
from bureau.files.sheets import grids
from bureau.matters.reimport.columns import CODE, WHY, told
from bureau.matters.reimport.seal import FIRST, Base, Sealed, base_in
from bureau.matters.reimport.table import Table, table_in
from bureau.org.keys import key_of

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

    @property
    def changed(self) -> list[Line]:
        return [one for one in self.lines if one.changed]


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
        sealed = Sealed(key_of(row[0]), tuple(row[1 : wide + 1]))
        if not base.is_sealed(row[wide + 1], sealed):
            raise Refused(FORGED)
        found[sealed.pk] = sealed
    return base, found


def compared(table: Table, returned: Returned, rows: dict[int, Sealed]) -> Returned:
    """Raises Refused where a column stands twice."""
    table = table.of((*returned.base.labels, WHY, CODE))
    returned.notes += table.unread(returned.base.labels)
    for number, row, code in coded(table, returned):
        sealed = rows.get(key_of(code))
        if sealed is None:
            returned.wrong.append((number, f"识别码“{code[:20]}”不在导出的台账里，没有读这一行。"))
        else:
            returned.lines.append(line(table, returned.base, number, row, sealed))
    if gone := len(rows.keys() - {one.pk for one in returned.lines}):
        returned.notes.append(f"比导出时少了{gone}行。导回不删除事项，要作废的请在事项里办理。")
    return without_repeated(returned)


def without_repeated(returned: Returned) -> Returned:
    """Of rows with the same code nobody knows which is meant."""
    count = Counter(one.pk for one in returned.lines)
    returned.wrong += [
        (one.number, f"识别码{one.pk}出现了不止一次，请只留一行；这几行都没有读。")
        for one in returned.lines
        if count[one.pk] > 1
    ]
    returned.lines = [one for one in returned.lines if count[one.pk] == 1]
    return returned


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
