"""A table of the drafter's own: pasted out of Excel, WPS or Word, uploaded, or typed cell by cell.

`spec`: {own: [[cell]], heads: rows of the head, 0 to guess, source, landscape}; `data` as of a table from a ledger, with
`tops`: the rows of the head, [[words, columns, rows]], where it has several."""

import csv
import re
from io import StringIO

from bureau.files.grids import Grid
from bureau.jobs.barred import Barred
from bureau.press.typeset.tidy import tidy_lines

MOST_ROWS, MOST_COLUMNS, MOST_HEADS, CELL = 300, 16, 3, 300
NUMBER = re.compile(r"[-－]?\d[\d,]*(?:\.\d+)?[%％]?|[—-]")
DAY = re.compile(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}[-./]\d{1,2}[-./]\d{1,2}")
SHORT = 3  # characters; a column of such words is centred
BARS = re.compile(r"\s*[|｜]\s*")

Rows = list[list[str]]


def rows_of(words: str) -> Rows:
    """Of pasted or typed words: cells parted by tabs, or by upright strokes. Raises Barred."""
    if "\t" in words:
        try:
            lines = list(csv.reader(StringIO(words), delimiter="\t"))
        except csv.Error:
            lines = [line.split("\t") for line in words.splitlines()]
    else:
        lines = [BARS.split(line.strip().strip("|｜").strip()) for line in words.splitlines() if line.strip()]
    return squared(lines)


def rows_of_sheet(grid: Grid) -> Rows:
    """Of a sheet: a merged cell once in the head, whose cells are merged again, and in each row below it."""
    alone = [
        [cell.words if cell.origin == (place, column) else "" for column, cell in enumerate(row)]
        for place, row in enumerate(grid.rows)
    ]
    above = next((place for place, row in enumerate(alone) if not is_caption(row)), 0)
    heads = guessed(alone[above:])
    whole = [[cell.words for cell in row] for row in grid.rows]
    return squared(alone[above : above + heads] + whole[above + heads :])


def squared(lines: Rows) -> Rows:
    """Without empty rows and columns, a caption above, and cells that lack. Raises Barred where it is no table."""
    rows = [[" ".join(tidy_lines(cell)) for cell in line] for line in lines]
    rows = [row for row in rows if any(row)]
    while rows and is_caption(rows[0]) and len(rows) > 1:
        rows = rows[1:]
    wide = max(map(len, rows), default=0)
    rows = [row + [""] * (wide - len(row)) for row in rows]
    filled = [place for place in range(wide) if any(row[place] for row in rows)]
    rows = [[row[place] for place in filled] for row in rows]
    refuse(rows, len(filled))
    return rows


def is_caption(row: list[str]) -> bool:
    """A single cell over several columns."""
    return len(row) > 2 and sum(map(bool, row)) == 1


def refuse(rows: Rows, wide: int) -> None:
    if len(rows) < 2 or wide < 2:
        raise Barred(
            "“表格内容”没有读到表格：至少要有一行表头、一行内容和两列；各格之间用制表符或者“|”隔开。"
        )
    if wide > MOST_COLUMNS:
        raise Barred(f"“表格内容”有{wide}列，一张表最多{MOST_COLUMNS}列，请分成几张表。")
    if len(rows) > MOST_ROWS:
        raise Barred(f"“表格内容”有{len(rows)}行，一张表最多{MOST_ROWS}行，请分成几张表。")
    for number, row in enumerate(rows, 1):
        if longest := next((cell for cell in row if len(cell) > CELL), ""):
            raise Barred(
                f"“表格内容”第{number}行“{longest[:12]}……”有{len(longest)}字，一格最多{CELL}字，请精简。"
            )


def guessed(rows: Rows) -> int:
    """How many rows the head has: one more as long as a column without a word in it gets one from the next."""
    heads = 1
    while heads < min(MOST_HEADS, len(rows) - 1) and gaps_filled(rows[:heads], rows[heads]):
        heads += 1
    return heads


def gaps_filled(top: Rows, below: list[str]) -> bool:
    return any(under and not any(row[place] for row in top) for place, under in enumerate(below))


def drawn(spec: dict) -> dict:
    """The data of a table of one's own. Raises Barred."""
    rows = spec["own"]
    heads = min(spec["heads"] or guessed(rows), len(rows) - 1)
    top, body = rows[:heads], rows[heads:]
    leaves = [next((row[place] for row in reversed(top) if row[place]), "") for place in range(len(rows[0]))]
    cells = [[row[place] for row in body] for place in range(len(leaves))]
    return {
        "columns": [[label, align(own)] for label, own in zip(leaves, cells, strict=True)],
        "rows": body,
        "groups": [],
        "matters": [],
        "tops": merged(top) if heads > 1 else [],
        "source": spec["source"],
    }


def align(cells: list[str]) -> str:
    """Figures to the right, days and short words in the middle, text to the left."""
    known = [cell for cell in cells if cell]
    if known and all(NUMBER.fullmatch(cell) for cell in known):
        counted = all(cell == str(number) for number, cell in enumerate(known, 1))
        return "center" if counted else "right"
    return "center" if all(len(cell) <= SHORT or DAY.fullmatch(cell) for cell in known) else "left"


def merged(top: Rows) -> list:
    """The rows of a head with how far each cell reaches: over empty ones to its right that have something below them, else
    over empty ones below it."""
    taken: set[tuple[int, int]] = set()
    made = []
    for place, row in enumerate(top):
        cells = []
        for column, words in enumerate(row):
            if (place, column) in taken:
                continue
            wide = width(top, place, column) if words else 1
            high = height(top, place, column) if wide == 1 else 1
            taken |= {(place + down, column + right) for down in range(high) for right in range(wide)}
            cells.append([words, wide, high])
        made.append(cells)
    return made


def width(top: Rows, place: int, column: int) -> int:
    wide = 1
    while (
        column + wide < len(top[place])
        and not top[place][column + wide]
        and any(row[column] for row in top[place + 1 :])
        and any(row[column + wide] for row in top[place + 1 :])
    ):
        wide += 1
    return wide


def height(top: Rows, place: int, column: int) -> int:
    high = 1
    while place + high < len(top) and not top[place + high][column]:
        high += 1
    return high
