"""Tables without a header row: cards (label left, value right), tables that stand on their side, and labels in the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bureau.files.grids import Cell, Grid, distinct
from bureau.org.naming import Directory, fold
from bureau.org.reading.headers import DUTY_ROLES, WORKED, Role, role
from bureau.org.reading.words import tidy

from .drafts import Draft
from .items import Fate
from .numbering import strip_number, style_of
from .outline import HELD, PROGRESS, read_label
from .page import Line
from .tables import read_table, row_line

COUNTED = re.compile(r"[一二三四五六七八九十\d]+$")
"""「【事项一】」「【事项二】」 are one label."""


@dataclass
class Record:
    """Labels with their values, the lines they stand in, and the numbered line above them."""

    said: dict[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    above: Line | None = None

    def holds(self, wanted: set[Role]) -> bool:
        return any(role(label) in wanted and words for label, words in self.said.items())

    @property
    def is_item(self) -> bool:
        if any(HELD.fullmatch(label) for label in self.said):
            return False
        return self.holds(WORKED) and self.holds({Role.LEAD, Role.UNIT, Role.DUE})


def turned(grid: Grid) -> Grid:
    """The table with its columns as rows."""
    wide = len(grid.rows[0]) if grid.rows else 0
    rows = [
        [Cell(row[column].value, (row[column].origin[1], row[column].origin[0])) for row in grid.rows]
        for column in range(wide)
    ]
    return Grid(grid.name, rows, list(range(1, wide + 1)))


def lies_on_its_side(grid: Grid) -> bool:
    """The first column holds the labels, and at least two more the tasks."""
    if not grid.rows or len(grid.rows[0]) < 3:
        return False
    known = [role(row[0].words) for row in grid.rows if row[0].words]
    full = [row for row in grid.rows if len(distinct(row)) > 2]
    beside = any(role(cell.words) in DUTY_ROLES for row in grid.rows for cell in row[1:])
    return (
        bool(set(known) & WORKED and set(known) & DUTY_ROLES)
        and len(full) * 2 > len(grid.rows)
        and not beside
    )


def of_grid(grid: Grid) -> tuple[list[Record], list[Line]]:
    """The records of cards in a table, and all its lines."""
    records, lines = [Record()], list[Line]()
    for at in range(len(grid.rows)):
        cells = distinct(grid.rows[at])
        if not cells:
            continue
        shown, _ = row_line(grid, at)
        lines.append(shown)
        pairs = _pairs(cells)
        if any(label in records[-1].said for label, _ in pairs):
            records.append(Record())
        for label, words in pairs:
            records[-1].said[label] = words
        if pairs:
            records[-1].lines.append(shown)
    return [record for record in records if record.is_item], lines


def _pairs(cells: Sequence[Cell]) -> list[tuple[str, str]]:
    """「责任单位」「县水利局」 beside each other; or both in one cell, with a colon."""
    found, held = list[tuple[str, str]](), ""
    for cell in cells:
        words = tidy(cell.words)
        inline = re.match(r"([\u4e00-\u9fff]{2,10})\s*[:：]\s*(.+)$", words)
        if held and not (role(words) in DUTY_ROLES and len(words) <= 8):
            found.append((held, cell.words))
            held = ""
        elif inline and role(inline[1]):
            found.append((inline[1], inline[2]))
        elif role(words):
            held = words
    return found


def of_lines(lines: Sequence[Line]) -> list[Record]:
    """Runs of labels in the text: each value runs to the next label. A label that comes again begins the next record."""
    records, label = list[Record](), ""
    record, above = Record(), None
    for line in lines:
        said = read_label(tidy(line.words)) if not line.stream else None
        if said and (role(said[0]) or PROGRESS.search(said[0])):
            label = COUNTED.sub("", said[0]) or said[0]
            if label in record.said:
                records.append(record)
                record = Record()
            record.said[label] = said[1]
            record.lines.append(line)
        elif label and not line.stream and _goes_on(record, label, line):
            record.said[label] += line.words if record.said[label] == "" else f"\n{line.words}"
            record.lines.append(line)
        else:
            records.append(record)
            above = line if style_of(tidy(line.words)) else None
            record, label = Record(above=above), ""
    return [one for one in (*records, record) if one.is_item and _is_card(one)]


def _goes_on(record: Record, label: str, line: Line) -> bool:
    """More of a value, unless a number or a heading begins something else: a list of measures is numbered in itself."""
    words = tidy(line.words)
    if role(label) in DUTY_ROLES:
        return not record.said[label]
    style, said = style_of(words), record.said[label]
    if style:
        return (
            role(label) in WORKED
            and style != _style(record.above)
            and style_of(said) in ("" if not said else style)
        )
    return not line.heading


def _style(line: Line | None) -> str:
    return style_of(tidy(line.words)) if line else ""


def _is_card(record: Record) -> bool:
    """「会议要求：…」 is no label of a card; a card has one value a label."""
    return not any(fold(label).startswith("会议") for label in record.said)


def _named_by(above: Line | None) -> str:
    """The first sentence of the line above a card: the problem that it answers."""
    words = strip_number(tidy(above.words)) if above else ""
    return re.split("[。：]", words)[0] if len(words) < 200 else ""


def drafts(records: Sequence[Record], directory: Directory, name: str) -> list[Draft]:
    """Each record as a row under its own labels."""
    found = []
    for record in records:
        labels = [Cell(label, (0, at)) for at, label in enumerate(record.said)]
        values = [Cell(words or None, (1, at)) for at, words in enumerate(record.said.values())]
        table = read_table(Grid(name, [labels, values], [1, 2]), directory)
        for draft in table.drafts[:1]:
            lines = [record.above, *record.lines] if record.above else record.lines
            draft.place = lines[0].place
            draft.category = draft.category or _named_by(record.above)
            draft.passage = "\n".join(line.words for line in lines)
            for line in lines:
                line.mark(Fate.ITEM, draft=draft)
            found.append(draft)
    return found
