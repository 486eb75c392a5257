"""Where each text of a sheet stands, in the words of whoever has to mend it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from .sheets import Annex, Insert, Table
from .tidy import tidy, tidy_lines

ROW_WORDS = 16  # characters by which a row is recognised
NAMES = {
    "title": "标题",
    "masthead": "版头",
    "issue": "期号",
    "total": "总期号",
    "organ": "发文机关",
    "issuer": "发文机关",
    "number": "文号",
    "marking": "标注",
    "copy_number": "份号",
    "main_to": "主送",
    "body": "正文",
    "report_to": "报",
    "send_to": "送",
    "issue_to": "发",
    "copy_to": "抄送",
    "checker": "核稿",
    "signer": "签发",
    "signed_by": "落款",
    "note": "附注",
    "box": "批示栏",
    "rooms": "批示栏",
    "card": "牌单",
    "reader": "阅者",
    "content": "",  # of an annex or an insert, which is named itself
    "words": "",
}

Placed = tuple[str, str]
"""Where a text stands, and the text, tidy."""


def placed(part: Any, place: str = "") -> Iterator[Placed]:
    """Every text in a sheet, however deep."""
    if isinstance(part, str):
        yield from _paragraphs(part, place)
    elif isinstance(part, Table):
        yield from _cells(part, place)
    elif isinstance(part, Annex):
        yield from _inside(part, f"附件“{tidy(part.title)}”")
    elif isinstance(part, Insert):
        yield from _inside(part, part.label)
    elif isinstance(part, tuple):
        yield from (found for inner in part for found in placed(inner, place))
    elif is_dataclass(part):
        yield from _inside(part, place)


def _inside(part: Any, place: str) -> Iterator[Placed]:
    for field in fields(part):
        value = getattr(part, field.name)
        if field.name == "names":
            continue  # none is printed for being listed
        if field.name == "fields":
            yield from _labelled(value)
        else:
            yield from placed(value, place + NAMES.get(field.name, ""))


def _labelled(rows: tuple[tuple[str, str], ...]) -> Iterator[Placed]:
    """The small table of a letter, whose rows are known by their labels."""
    for label, text in rows:
        yield from placed((label, text), f"“{tidy(label)}”")


def _paragraphs(text: str, place: str) -> Iterator[Placed]:
    """Of several paragraphs each is counted."""
    lines = [tidy(line) for line in tidy_lines(text)]
    for number, line in enumerate(lines, 1):
        yield f"{place}第{number}段" if len(lines) > 1 else place, line


def _cells(table: Table, place: str) -> Iterator[Placed]:
    """A cell is found by its row's number and first words, and by its column."""
    for column in table.columns:
        yield from placed(column.head, f"{place}表头")
    for number, row in enumerate(table.rows, 1):
        known = next((words for cell in row if not (words := tidy(cell)).isdecimal() and words), "")
        for column, cell in zip(table.columns, row, strict=True):
            at = f"{place}第{number}行（{known[:ROW_WORDS]}）“{tidy(column.head)}”"
            yield from ((at, line) for _place, line in _paragraphs(cell, at))
    for name, _count in table.groups:
        yield from placed(name, f"{place}分组")
