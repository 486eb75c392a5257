"""The sheet that is read: where its heads stand, and what is in its columns, whatever their order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bureau.files.grids import Grid
from bureau.files.refused import Refused
from bureau.matters.reimport.columns import CODE, MARK, told
from bureau.org.naming import fold

HEAD_WITHIN = 10  # rows in which the heads may stand below a title


@dataclass(frozen=True)
class Table:
    """`head`: the place of the row of heads; `at`: label → place of its column."""

    grid: Grid
    head: int
    at: dict[str, int]

    @property
    def heads(self) -> list[str]:
        return [cell.words for cell in self.grid.rows[self.head]]

    def of(self, labels: Sequence[str]) -> "Table":
        """With these columns, as far as they are there. Raises Refused where one stands twice."""
        folded = [label_of(words) for words in self.heads]
        if twice := next((one for one in labels if folded.count(fold(one)) > 1), None):
            raise Refused(f"“{twice}”有两列，不知道读哪一列。请只留一列，再上传。")
        return replace(self, at={one: folded.index(fold(one)) for one in labels if fold(one) in folded})

    def unread(self, labels: Sequence[str]) -> Iterator[str]:
        """Of columns that are none of the ledger's, and of those of `labels` that are not there any more."""
        known = set(self.at.values())
        if unknown := [words for place, words in enumerate(self.heads) if words and place not in known]:
            yield f"{'、'.join(f'“{one[:20]}”' for one in unknown)}不是台账的栏目，没有读。"
        if missing := [one for one in labels if one not in self.at]:
            yield f"表里没有{'、'.join(f'“{one}”' for one in missing)}，这些栏目不动。"

    def words(self, row: int, label: str) -> str:
        cells, place = self.grid.rows[row], self.at[label]
        return told(cells[place].value) if place < len(cells) else ""

    def is_empty(self, row: int) -> bool:
        return not any(cell.words for cell in self.grid.rows[row])


def label_of(words: str) -> str:
    """A head without the mark, and without blanks and line ends."""
    return fold(words.replace(MARK, ""))


def table_in(grid: Grid) -> Table | None:
    """None where the sheet has no column of codes."""
    for place, row in enumerate(grid.rows[:HEAD_WITHIN]):
        if fold(CODE) in [label_of(cell.words) for cell in row]:
            return Table(grid, place, {})
    return None
