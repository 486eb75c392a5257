"""The manual on paper: a table of contents, then the chapters, each on a new page."""

from functools import cache

from django.utils import timezone
from PIL import Image

from bureau.manual.chapters import Chapter, Line, chapters
from bureau.manual.pictures import SHOTS
from bureau.press.printing import pdf_of
from bureau.press.typeset.bind import Bound, bind, count
from bureau.press.typeset.sheets import Column, Insert, Picture, Report, Section, Table

COLUMNS = (Column("章", "center", 0.1), Column("题目", "left", 0.55), Column("适用岗位", "left", 0.35))
NOTE = "各章另起一页，可以只印要用的几章。"


@cache
def booklet(posts: frozenset[str]) -> bytes:
    """The chapters of whoever holds these posts, as a PDF with bookmarks; the same for all who hold the same."""
    told = [one for one in chapters() if one.is_for(posts)]
    parts = [Bound(f"{number}　{one.title}", pdf_of(sheet(one))) for number, one in enumerate(told, 1)]
    lengths = [count(part.pdf) for part in parts]
    return bind([Bound("目录", pdf_of(contents(told, lengths))), *parts])


def contents(told: list[Chapter], lengths: list[int]) -> Report:
    rows = tuple((str(number), one.title, one.for_whom) for number, one in enumerate(told, 1))
    return Report(
        title="使用手册",
        date=timezone.localdate(),
        left="目录",
        right=f"共{len(told)}章{sum(lengths)}页",
        sections=(Section(table=Table(COLUMNS, rows)), Section(text=NOTE)),
    )


def sheet(chapter: Chapter) -> Report:
    return Report(
        title=chapter.title,
        date=timezone.localdate(),
        left=f"适用：{chapter.for_whom}",
        sections=tuple(sections(chapter.lines)),
    )


def sections(lines: tuple[Line, ...]) -> list[Section]:
    """One for each heading, and one for what stands before the first."""
    found: list[list[Line]] = [[]]
    for line in lines:
        if line.heading and found[-1]:
            found.append([])
        found[-1].append(line)
    return [section(part) for part in found if part]


def section(lines: list[Line]) -> Section:
    heading = lines[0].text if lines[0].heading else ""
    body = lines[1:] if heading else lines
    return Section(
        heading=heading,
        text="\n".join(mark(line) if line.picture else line.text for line in body),
        inserts=tuple(
            Insert(mark(line), "图", line.text, picture(line.picture)) for line in body if line.picture
        ),
    )


def mark(line: Line) -> str:
    return f"【图：{line.picture}】"


def picture(name: str) -> Picture:
    file = SHOTS[name].file
    with Image.open(file) as opened:
        return Picture(file.read_bytes(), *opened.size)
