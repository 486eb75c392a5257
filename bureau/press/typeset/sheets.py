"""What official documents consist of. Every text is data: it is shown as written and never read as markup."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True)
class Column:
    """A column of a table: its head, 「left」「center」「right」, and its share of the width.

    Shares count where every column has one; otherwise the content decides.
    """

    head: str
    align: str = "left"
    share: float | None = None


@dataclass(frozen=True)
class Head:
    """A cell of a head of several rows, over so many columns and rows."""

    words: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Table:
    """Columns and rows; every row has one text per column. `groups` divides the rows, in order, into (name, how many)
    under a line that names the group; of none the rows stand as they are. `tops`: the rows of the head where it has
    several; `source` stands below: where the figures come from."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    groups: tuple[tuple[str, int], ...] = ()
    tops: tuple[tuple[Head, ...], ...] = ()
    source: str = ""

    def __post_init__(self):
        if self.groups and sum(count for _name, count in self.groups) != len(self.rows):
            raise ValueError("表格分组的行数与总行数不符。")
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                raise ValueError(f"表格第{number}行有{len(row)}格，应为{len(self.columns)}格。")


def head_rows(table: Table) -> tuple[tuple[Head, ...], ...]:
    """The rows of its head; of a head of one row a cell for each column."""
    return table.tops or (tuple(Head(column.head) for column in table.columns),)


def head_places(tops: tuple[tuple[Head, ...], ...]) -> list[list[int]]:
    """For each cell of a head the number of its first column."""
    taken: set[tuple[int, int]] = set()
    places = []
    for down, row in enumerate(tops):
        places.append([])
        column = 0
        for head in row:
            while (down, column) in taken:
                column += 1
            places[-1].append(column)
            taken |= {(down + y, column + x) for y in range(head.rows) for x in range(head.columns)}
    return places


@dataclass(frozen=True)
class Strand:
    """One series of a chart: a value for each label, None where there is none. One strand of a chart may be red."""

    name: str
    values: tuple[float | None, ...]
    red: bool = False


@dataclass(frozen=True)
class Chart:
    """A figure that prints in black, grey and one red: its strands are told apart by pattern and mark as well.

    `unit` is what the values count: 「件」「个工作日」「%」."""

    kind: Literal["bars", "stacked", "lines"]
    labels: tuple[str, ...]
    strands: tuple[Strand, ...]
    unit: str = "件"

    def __post_init__(self):
        for strand in self.strands:
            if len(strand.values) != len(self.labels):
                raise ValueError(f"图中“{strand.name}”有{len(strand.values)}个数，应为{len(self.labels)}个。")


@dataclass(frozen=True)
class Picture:
    """A photo as JPEG bytes, without any record of where and when it was taken; `width`, `height` in pixels."""

    jpeg: bytes
    width: int
    height: int


@dataclass(frozen=True)
class Way:
    """A step that leads from a station `on`, `back`, or nowhere (`stays`), and where to, in words."""

    label: str
    to: str
    kind: Literal["on", "back", "stays"]


@dataclass(frozen=True)
class Station:
    """`onward`: one of its ways leads to the next station."""

    label: str
    ways: tuple[Way, ...]
    onward: bool = False


@dataclass(frozen=True)
class Course:
    """流程图: the states of a thing in the order of its life, and the ways between them."""

    stations: tuple[Station, ...]


Content = Table | Chart | Course | Picture


@dataclass(frozen=True)
class Insert:
    """What stands in the text in place of the line that is only `mark` (「【表1】」): `label` and `title` are its caption,
    above a table, below a chart or a picture."""

    mark: str
    label: str
    title: str
    content: Content


@dataclass(frozen=True)
class Annex:
    """附件: begins a new page after the text. `content` is a table, a chart, a picture, or plain text. A `landscape` one
    stands on pages turned to the left, their numbers where those of the others are (GB/T 9704—2012 §8)."""

    title: str
    content: Content | str
    note: str = ""
    landscape: bool = False


@dataclass(frozen=True)
class Bulletin:
    """督查通报 and its kin (简报 layout): red head, text, annexes, 报/送/发 at the foot of the last page.

    `issue` is 「第12期」, `total` 「（总第208期）」; a line break in `title` is kept as the author's own. `box` is the label of
    a frame below the head that leaders write in; `signed_by`: the organ
    that signs below the text, with the day; `names`, of units for instance, are not split in titles.
    """

    masthead: str
    issue: str
    total: str
    issuer: str
    date: date
    title: str
    body: str
    main_to: str = ""
    inserts: tuple[Insert, ...] = ()
    annexes: tuple[Annex, ...] = ()
    report_to: str = ""
    send_to: str = ""
    issue_to: str = ""
    checker: str = ""
    signer: str = ""
    copies: int | None = None
    marking: str = ""
    copy_number: str = ""
    box: str = ""
    signed_by: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Card:
    """蓝单, 黄牌, 红牌 on a letter: a word in a frame of its colour, so that it is told in black and white too."""

    words: str
    colour: Literal["blue", "yellow", "red"]


@dataclass(frozen=True)
class Notice:
    """督查通知单 and other letters (信函格式, GB/T 9704—2012 §10.1): `fields` are label and text of a small table.

    A blue card makes the head blue as well: a slip is not yet a letter. `rooms` are further rows, left blank to be
    written in, label and height in lines of the body: such a form is filled in by others and not signed by us. `copy_to`:
    抄送, at the foot of the last page.
    """

    organ: str
    number: str
    title: str
    main_to: str
    body: str
    date: date
    inserts: tuple[Insert, ...] = ()
    annexes: tuple[Annex, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    signed_by: str = ""
    marking: str = ""
    note: str = ""
    card: Card | None = None
    rooms: tuple[tuple[str, int], ...] = ()
    copy_to: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ledger:
    """台账: one table on landscape pages, its head repeated; `left` and `right` stand above it."""

    title: str
    table: Table
    date: date
    left: str = ""
    right: str = ""


@dataclass(frozen=True)
class Section:
    """A part of a report: a heading, plain text with what stands in it, a table; each may be missing."""

    heading: str = ""
    text: str = ""
    table: Table | None = None
    inserts: tuple[Insert, ...] = ()


@dataclass(frozen=True)
class Report:
    """情况, 档案: title, sections of text and tables on upright pages; `left` and `right` stand below the title. `signed`: what every
    page is signed under, such as 「被询问人（签字）：」."""

    title: str
    date: date
    sections: tuple[Section, ...]
    left: str = ""
    right: str = ""
    signed: str = ""


@dataclass(frozen=True)
class Volume:
    """合订: several sheets in one document, each from a new page, all pages counted together."""

    title: str
    date: date
    parts: tuple[Ledger | Report, ...]


@dataclass(frozen=True)
class Stamp:
    """What is laid over one copy of an issue: its 份号, and to whom it was handed out."""

    title: str
    date: date
    reader: str = ""
    copy_no: int | None = None


Record = Ledger | Report | Volume
"""What only reproduces that which was written: it is always printed."""
Sheet = Stamp | Bulletin | Notice | Record
