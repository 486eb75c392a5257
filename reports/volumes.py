"""合订本: the issues of a series in a month, a quarter or a year, bound behind a table of contents."""

from django.utils import timezone

from bureau.press.printing import pdf_of
from bureau.press.typeset.bind import Bound, bind, count
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Column, Report, Section, Table
from reports import flow, personal
from reports.models import Bulletin, Series

MOST = 400
COLUMNS = (
    Column("期号", "left", 0.2),
    Column("标题", "left", 0.5),
    Column("印发日期", "center", 0.2),
    Column("页码", "right", 0.1),
)


def issues_of(person, series: str, period):
    """What this person sees of what was issued in the period, in its order."""
    found = Bulletin.objects.visible_to(person).filter(series=series, state=flow.ISSUED)
    return found.filter(signed_at__range=period.moments).order_by("signed_at", "pk")


def title_of(series: str, period) -> str:
    return f"{Series(series).label}合订本（{period.words}）"


def volume(person, series: str, period, step=lambda done, total: None) -> bytes:
    """Contents, then each issue as this person may have it. Raises FileNotFoundError where the store has lost one."""
    issues, parts = list(issues_of(person, series, period)), []
    for done, issue in enumerate(issues, 1):
        parts.append(Bound(f"{issue.number}　{flat(issue.title)}", personal.for_reader(issue, person)))
        step(done, len(issues))
    lengths = [count(part.pdf) for part in parts]
    contents = contents_of(series, period, issues, lengths)
    return bind([Bound("目录", contents), *parts])


def contents_of(series: str, period, issues, lengths) -> bytes:
    """Set until it knows its own length: the pages behind it are counted from its end."""
    own, made = 1, b""
    while not made or count(made) != own:
        own = count(made) if made else own
        made = pdf_of(contents_sheet(series, period, issues, starts(own, lengths)))
    return made


def starts(own: int, lengths) -> list[int]:
    """On which page of the volume each issue begins, after `own` pages of contents."""
    found, page = [], own + 1
    for length in lengths:
        found.append(page)
        page += length
    return found


def contents_sheet(series: str, period, issues, pages) -> Report:
    rows = tuple(
        (
            issue.issue + issue.total if not issue.is_letter else issue.code,
            flat(issue.title),
            day(issue),
            str(page),
        )
        for issue, page in zip(issues, pages, strict=True)
    )
    return Report(
        title=title_of(series, period),
        date=timezone.localdate(),
        left="目录",
        right=f"共{len(rows)}期",
        sections=(Section(table=Table(COLUMNS, rows)),),
    )


def flat(title: str) -> str:
    return "".join(title.split())


def day(issue) -> str:
    return chinese_date(timezone.localdate(issue.signed_at))
