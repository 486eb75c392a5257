"""One file → one Reading."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from bureau.files.grids import Grid
from bureau.files.refused import Refused
from bureau.files.sheets import grids
from bureau.files.sniff import LIMIT, FileKind, sniff
from bureau.files.texts import pages_of
from bureau.org.naming import Directory
from bureau.org.reading.moments import Anchor
from bureau.org.worktime import Calendar

from .common import common_due
from .drafts import settle
from .items import Reading
from .masthead import Masthead, masthead
from .page import Line
from .sorting import sort_out
from .word import blocks
from .wrapping import joined, rejoined

MOST = 2_000
"""Items one source may have; a county's yearly plan has a few hundred."""
NOTHING = (
    "没有读到事项。表格要有一行表头，写明任务（事项）和牵头单位（责任单位）或完成时限；"
    "会议纪要要在议定事项后写明责任单位，如「（牵头单位：…；完成时限：…）」。"
)
PICTURE = "这份文件是扫描件或照片，没有可以读出的文字。请对照原件，逐项登记。"
YEARLY = {"work_report", "campaign", "other"}


def read(
    source: BinaryIO | str | Path, directory: Directory, today: date, calendar: Calendar | None = None
) -> Reading:
    """Read minutes or a task table; of a picture nothing is read. Refused (one Chinese sentence) for a file that is no such thing.

    `today` stands in where the paper names no date; `calendar` counts 「10个工作日内」.
    """
    with _opened(source) as (stream, name):
        kind = sniff(stream, name, LIMIT)
        content = _content(stream, name, kind)
    paper = sort_out(content, directory, MOST)
    drafts = paper.drafts
    if len(drafts) > MOST:
        raise Refused(f"文件「{name}」里有 {len(drafts)} 条事项，一次最多读 {MOST} 条，请拆成几个文件。")
    mast = masthead(paper.head, paper.foot, Path(name).stem)
    anchor = _anchor(mast, kind, today, calendar or Calendar())
    numbers = [draft.number for draft in drafts if draft.number is not None]
    if len(numbers) < len(drafts) or numbers != sorted(set(numbers)):
        numbers = list(range(1, len(drafts) + 1))
    common = common_due(paper.lines)
    items = tuple(settle(d, n, directory, anchor, common) for d, n in zip(drafts, numbers, strict=True))
    ordinals = {id(draft): n for draft, n in zip(drafts, numbers, strict=True)}
    passages = tuple(one for at, line in enumerate(paper.lines) for one in line.passages(at, ordinals))
    pictured = kind not in (FileKind.DOCX, FileKind.XLSX) and not passages
    told = "" if items else PICTURE if pictured else NOTHING
    return Reading(mast.kind, mast.organ, mast.number, mast.date, mast.title, items, told, passages)


def _pdf(stream: BinaryIO) -> Iterator[Line | Grid]:
    """Its lines, without what stands alone as a number of a page, and its tables; one that goes on over a page stays one."""
    found = pages_of(stream)
    if None in found:
        raise Refused("这份 PDF 太长，读不完，请拆成几个文件。")
    content = [one for one in found if not (isinstance(one, str) and PAGE_NUMBER.fullmatch(one.strip()))]
    number = 0
    for is_table, run in groupby(content, lambda one: isinstance(one, Grid)):
        if is_table:
            yield from (_unbroken(one) for one in run if isinstance(one, Grid))
            continue
        for words in rejoined([str(one).strip() for one in run]):
            number += 1
            yield Line(words, number)


def _unbroken(grid: Grid) -> Grid:
    """The words of each cell as one line, unless numbers part them."""
    rows = [
        [replace(cell, value="\n".join(joined(cell.words.splitlines())) or None) for cell in row]
        for row in grid.rows
    ]
    return replace(grid, rows=rows)


READERS: dict[FileKind, Callable[[BinaryIO], Iterable[Line | Grid]]] = {
    FileKind.XLSX: partial(grids, hidden=True),
    FileKind.DOCX: blocks,
    FileKind.PDF: _pdf,
}
PAGE_NUMBER = re.compile(r"[-—–\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[共/]\s*\d{1,3}\s*页?)?[-—–\s]*")


@contextmanager
def _opened(source: BinaryIO | str | Path) -> Iterator[tuple[BinaryIO, str]]:
    if isinstance(source, str | Path):
        with open(source, "rb") as stream:
            yield stream, Path(source).name
    else:
        yield source, Path(str(getattr(source, "name", "") or "上传的文件")).name


def _content(stream: BinaryIO, name: str, kind: FileKind) -> list[Line | Grid]:
    try:
        return list(READERS[kind](stream)) if kind in READERS else []
    except Refused:
        raise
    except Exception as fault:  # the libraries raise many kinds on a damaged package
        raise Refused(f"文件「{name}」已损坏，打不开，请重新另存后再上传。") from fault


def _anchor(mast: Masthead, kind: FileKind, today: date, calendar: Calendar) -> Anchor:
    """Minutes count from the meeting; a yearly plan's dates lie in its own year."""
    year = mast.year or (mast.date or today).year
    yearly = mast.kind in YEARLY or (kind is FileKind.XLSX and not mast.date)
    if mast.date:
        return Anchor(mast.date, not yearly or mast.date.year > year, calendar)
    if mast.year in (None, today.year):
        return Anchor(today, False, calendar)
    return replace(Anchor(date(year, 1, 1), False, calendar))
