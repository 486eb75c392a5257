"""The lines and tables of a paper → its drafts, and the whole of it as lines that know what became of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bureau.files.grids import Grid, distinct
from bureau.org.naming import Directory, fold
from bureau.org.reading.headers import role
from bureau.org.reading.words import tidy

from . import cards
from .columns import Columns
from .drafts import Draft
from .items import Fate
from .minutes import read_minutes
from .outline import HELD
from .page import Line
from .tables import Table, read_table, row_line
from .wrapping import unwrapped


@dataclass
class Paper:
    """`lines`: all there is, in order; `head` and `foot`: the words around the first and the last of them; `drafts` as they stand."""

    lines: list[Line] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    head: list[str] = field(default_factory=list)

    @property
    def foot(self) -> list[str]:
        return [line.words for line in self.lines if not line.stream][-4:]


def sort_out(content: Sequence[Line | Grid], directory: Directory, most: int) -> Paper:
    """`most`: drafts beyond three times as many are not sought."""
    paper, columns = Paper(), None
    for one in unwrapped(content, directory):
        if isinstance(one, Line):
            paper.lines.append(one)
        elif len(paper.drafts) <= most * 3:
            columns = _table(paper, one, directory, columns)
    tabled = paper.drafts
    running = [line for line in paper.lines if not line.marks]
    records = cards.of_lines(running)
    tabled = [*tabled, *cards.drafts(records, directory, "文中")]
    said = [draft for lines in _streams(running) for draft in read_minutes(lines, directory)]
    known = {fold(draft.text) for draft in said}
    paper.drafts = _in_order(paper, said + [draft for draft in tabled if fold(draft.text) not in known])
    paper.head = [line.words for line in running if not line.stream][:14] + paper.head
    return paper


def _streams(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The text without what cards have taken; then each text box and note, read for itself."""
    free = [line for line in lines if not line.marks]
    for stream in dict.fromkeys(line.stream for line in free):
        yield [line for line in free if line.stream == stream]


def _in_order(paper: Paper, drafts: Sequence[Draft]) -> list[Draft]:
    """As they stand on the page."""
    first: dict[int, tuple[int, int]] = {}
    for at, line in enumerate(paper.lines):
        for mark in line.marks:
            if mark.draft and mark.fate is Fate.ITEM:
                place = (at, mark.start)
                first[id(mark.draft)] = min(place, first.get(id(mark.draft), place))
    return sorted(drafts, key=lambda draft: first.get(id(draft), (len(paper.lines), 0)))


def _table(paper: Paper, grid: Grid, directory: Directory, before: Columns | None) -> Columns | None:
    """Read as a table under its header, on its side, as cards; else its cells are text."""
    for place, words in grid.hidden():
        hidden = Line(words, place=place, stream="hidden")
        hidden.mark(Fate.HIDDEN, "作者隐藏的行、列或工作表")
        paper.lines.append(hidden)
    if grid.unseen:
        return before
    grid = grid.seen()
    table = read_table(grid, directory, before)
    if not table.drafts and cards.lies_on_its_side(grid):
        table = read_table(cards.turned(grid), directory)
    if table.drafts:
        return _take(paper, table)
    records, lines = cards.of_grid(grid)
    if records:
        paper.drafts += cards.drafts(records, directory, grid.name)
        for line in lines:
            if not line.marks:
                line.mark(Fate.BACKGROUND, "表内文字")
        paper.lines += lines
        return before
    paper.lines += _as_text(grid)
    return before


def _take(paper: Paper, table: Table) -> Columns | None:
    if not paper.drafts:
        paper.head += table.head
    paper.drafts += table.drafts
    paper.lines += table.lines
    return table.columns


def _as_text(grid: Grid) -> Iterator[Line]:
    """A table that only lays out the page: each paragraph of each cell is a line, a label goes with its value."""
    for at, row in enumerate(grid.rows):
        if len(distinct(row)) > 1 and all(role(cell.words) for cell in distinct(row)):
            labels, _ = row_line(grid, at)
            labels.mark(Fate.BACKGROUND, "表头")
            yield labels
            continue
        label = ""
        for cell in distinct(row):
            if cell.origin[0] != at:
                continue
            words = cell.words
            if not label and len(words) <= 10 and (role(words) or HELD.fullmatch(tidy(words))):
                label = tidy(words)
                continue
            for number, one in enumerate(words.split("\n")):
                if tidy(one):
                    yield Line(
                        f"{label}：{one.strip()}" if label and not number else one.strip(),
                        place=grid.place(at),
                    )
            label = ""
        if label:
            yield Line(label, place=grid.place(at))
