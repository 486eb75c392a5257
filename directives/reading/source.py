"""One file → one Reading."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from bureau.files.grids import Grid
from bureau.files.refused import Refused
from bureau.files.sheets import grids
from bureau.files.sniff import LIMIT, FileKind, sniff
from bureau.org.naming import Directory, fold
from bureau.org.reading.moments import Anchor
from bureau.org.worktime import Calendar

from .drafts import Draft, settle
from .items import Reading
from .masthead import Masthead, masthead
from .minutes import read_minutes
from .numbering import starts_section
from .tables import read_table
from .word import blocks

MOST = 2_000
"""Items one source may have; a county's yearly plan has a few hundred."""
NOTHING = (
    "没有读到事项。表格要有一行表头，写明任务（事项）和牵头单位（责任单位）或完成时限；"
    "会议纪要要在议定事项后写明责任单位，如「（牵头单位：…；完成时限：…）」。"
)
YEARLY = {"work_report", "campaign", "other"}


def read(
    source: BinaryIO | str | Path, directory: Directory, today: date, calendar: Calendar | None = None
) -> Reading:
    """Read minutes or a task table. Refused (one Chinese sentence) for a file that is no such thing.

    `today` stands in where the paper names no date; `calendar` counts 「10个工作日内」.
    """
    with _opened(source) as (stream, name):
        kind = sniff(stream, name, LIMIT)
        if kind not in (FileKind.DOCX, FileKind.XLSX):
            raise Refused(f"文件「{name}」不是 .docx 或 .xlsx，读不出事项，请上传 Word 文档或 Excel 表格。")
        head, foot, drafts = _read(stream, name, kind, directory)
    if len(drafts) > MOST:
        raise Refused(f"文件「{name}」里有 {len(drafts)} 条事项，一次最多读 {MOST} 条，请拆成几个文件。")
    mast = masthead(head, foot, Path(name).stem)
    anchor = _anchor(mast, kind, today, calendar or Calendar())
    numbers = [draft.number for draft in drafts if draft.number is not None]
    if len(numbers) < len(drafts) or numbers != sorted(set(numbers)):
        numbers = list(range(1, len(drafts) + 1))
    items = tuple(settle(d, n, directory, anchor) for d, n in zip(drafts, numbers, strict=True))
    return Reading(mast.kind, mast.organ, mast.number, mast.date, mast.title, items, "" if items else NOTHING)


@contextmanager
def _opened(source: BinaryIO | str | Path) -> Iterator[tuple[BinaryIO, str]]:
    if isinstance(source, str | Path):
        with open(source, "rb") as stream:
            yield stream, Path(source).name
    else:
        yield source, Path(str(getattr(source, "name", "") or "上传的文件")).name


def _read(
    stream: BinaryIO, name: str, kind: FileKind, directory: Directory
) -> tuple[list[str], list[str], list[Draft]]:
    try:
        content = grids(stream) if kind is FileKind.XLSX else list(blocks(stream))
    except Refused:
        raise
    except Exception as fault:  # the libraries raise many kinds on a damaged package
        raise Refused(f"文件「{name}」已损坏，打不开，请重新另存后再上传。") from fault
    paragraphs = [block for block in content if not isinstance(block, Grid)]
    head, drafts = _tables([block for block in content if isinstance(block, Grid)], directory)
    start = next((at for at, p in enumerate(paragraphs) if starts_section(p.words)), min(len(paragraphs), 6))
    said = read_minutes(paragraphs, directory)
    known = {fold(draft.text) for draft in said}
    drafts = said + [draft for draft in drafts if fold(draft.text) not in known]
    lines = [p.words for p in paragraphs]
    return [*lines[:start], *head], lines[-4:], drafts


def _tables(all_grids: list[Grid], directory: Directory) -> tuple[list[str], list[Draft]]:
    head, drafts, columns = list[str](), list[Draft](), None
    for grid in all_grids:
        table = read_table(grid, directory, columns)
        head += table.head if not drafts else []
        drafts, columns = drafts + table.drafts, table.columns
        if len(drafts) > MOST * 3:
            break
    return head, drafts


def _anchor(mast: Masthead, kind: FileKind, today: date, calendar: Calendar) -> Anchor:
    """Minutes count from the meeting; a yearly plan's dates lie in its own year."""
    year = mast.year or (mast.date or today).year
    yearly = mast.kind in YEARLY or (kind is FileKind.XLSX and not mast.date)
    if mast.date:
        return Anchor(mast.date, not yearly or mast.date.year > year, calendar)
    if mast.year in (None, today.year):
        return Anchor(today, False, calendar)
    return replace(Anchor(date(year, 1, 1), False, calendar))
