"""A book on paper: its preamble, a chart and a table for each part, and all limits."""

from datetime import date

from django.conf import settings

from bureau.manual.procedures.books import Book
from bureau.manual.procedures.lines import STAYS, Chapter, Line, chapters_of
from bureau.manual.procedures.times import REGULATION, Time, Times
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Column, Course, Insert, Report, Section, Station, Table, Way

STEPS = (
    Column("步骤", "left", 0.15),
    Column("从何状态到何状态", "left", 0.2),
    Column("谁办、在何条件下", "left", 0.27),
    Column("时限", "left", 0.22),
    Column("文书、撤回", "left", 0.16),
)
LIMITS = (Column("事项", "left", 0.27), Column("时限", "left", 0.5), Column("依据", "left", 0.23))
NUMBERS = "一二三四五六七八九"
MOST_WAYS = 30  # on one page of a chart
BRIEF = 12  # characters of a limit that stands beside its step


def sheet_of(book: Book, preamble: str, today: date) -> Report:
    times = Times(book)
    parts = [section for chapter in chapters_of(book, times) for section in sections_of(chapter)]
    limits = tuple((one.label, one.words, one.source) for one in times.all())
    told = [Section("前言", preamble)] if preamble else []
    told += [*parts, Section("各项时限", table=Table(LIMITS, limits))]
    return Report(
        title=book.title,
        date=today,
        left=settings.BUREAU_NAME,
        right=f"{chinese_date(today)}现行",
        sections=tuple(numbered(told)),
    )


def numbered(sections: list[Section]) -> list[Section]:
    return [
        Section(f"{NUMBERS[place]}、{one.heading}", one.text, one.table, one.inserts)
        for place, one in enumerate(sections)
    ]


def sections_of(chapter: Chapter) -> list[Section]:
    """The chart, then the table."""
    charts = courses(chapter)
    inserts = tuple(
        Insert(
            f"【图{place}】", "流程图", f"{chapter.title}{f'（{place}）' if len(charts) > 1 else ''}", course
        )
        for place, course in enumerate(charts, 1)
    )
    rows = tuple(row(line) for line in chapter.lines)
    drawn = Section(f"{chapter.title}：流程图", "\n".join(one.mark for one in inserts), inserts=inserts)
    return [drawn, Section(f"{chapter.title}：步骤", table=Table(STEPS, rows))]


def row(line: Line) -> tuple[str, ...]:
    undone = f"可撤回（{line.undone}）" if line.undone else ""
    return (
        line.label,
        line.road,
        "。".join(filter(None, (line.who, line.only))),
        "；".join(map(short, line.times)),
        "；".join(filter(None, (line.papers, undone))),
    )


def short(time: Time) -> str:
    """What is long stands once, in the table of limits."""
    return str(time) if len(time.words) <= BRIEF or time.source == REGULATION else f"{time.label}：见各项时限"


def courses(chapter: Chapter) -> list[Course]:
    """The chart, in as many pieces as it has pages."""
    pieces: list[list[Station]] = [[]]
    for stage in chapter.stages:
        station = Station(stage.label, tuple(way(line) for line in stage.lines), stage.onward)
        if pieces[-1] and sum(map(size, pieces[-1])) + size(station) > MOST_WAYS:
            pieces.append([])
        pieces[-1].append(station)
    return [Course(tuple(piece)) for piece in pieces]


def size(station: Station) -> int:
    return max(2, len(station.ways))


def way(line: Line) -> Way:
    who = f"（{line.who}）" if line.who else ""
    return Way(
        f"{line.label}{who}",
        line.leads or STAYS,
        "stays" if not line.leads else "back" if line.back else "on",
    )
