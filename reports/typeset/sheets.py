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
class Table:
    """Columns and rows; every row has one text per column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self):
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                raise ValueError(f"表格第{number}行有{len(row)}格，应为{len(self.columns)}格。")


@dataclass(frozen=True)
class Annex:
    """附件: begins a new page after the text."""

    title: str
    table: Table
    note: str = ""


@dataclass(frozen=True)
class Bulletin:
    """督查通报 and its kin (简报 layout): red head, text, annexes, 报/送/发 at the foot of the last page.

    `issue` is 「第12期」, `total` 「（总第208期）」; a line break in `title` is kept as the author's own. `box` is the label of
    a frame below the head that leaders write in.
    """

    masthead: str
    issue: str
    total: str
    issuer: str
    date: date
    title: str
    body: str
    main_to: str = ""
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


@dataclass(frozen=True)
class Card:
    """蓝单, 黄牌, 红牌 on a letter: a word in a frame of its colour, so that it is told in black and white too."""

    words: str
    colour: Literal["blue", "yellow", "red"]


@dataclass(frozen=True)
class Notice:
    """督查通知单 and other letters (信函格式, GB/T 9704—2012 §10.1): `fields` are label and text of a small table.

    A blue card makes the head blue as well: a slip is not yet a letter. `rooms` are further rows, left blank to be
    written in, label and height in lines of the body: such a form is filled in by others and not signed by us.
    """

    organ: str
    number: str
    title: str
    main_to: str
    body: str
    date: date
    fields: tuple[tuple[str, str], ...] = ()
    signed_by: str = ""
    marking: str = ""
    note: str = ""
    card: Card | None = None
    rooms: tuple[tuple[str, int], ...] = ()


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
    """A part of a report: a heading, plain text, a table; each may be missing."""

    heading: str = ""
    text: str = ""
    table: Table | None = None


@dataclass(frozen=True)
class Report:
    """情况, 档案: title, sections of text and tables on upright pages; `left` and `right` stand below the title."""

    title: str
    date: date
    sections: tuple[Section, ...]
    left: str = ""
    right: str = ""


@dataclass(frozen=True)
class Volume:
    """合订: several sheets in one document, each from a new page, all pages counted together."""

    title: str
    date: date
    parts: tuple[Ledger | Report, ...]


Sheet = Bulletin | Notice | Ledger | Report | Volume
