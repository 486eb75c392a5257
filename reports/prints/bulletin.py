"""A bulletin as a sheet: head, text, annex table, 报/送/发."""

from reports.kinds import kind
from reports.models import WIDE
from reports.prints.press import try_out
from reports.typeset.sheets import Annex, Bulletin, Column, Table

# Shares of the measure that keep 「县水利局」「12月23日」「正在办理」 on one line.
COLUMNS = (
    Column("序号", "center", 0.07),
    Column("督查事项", "left", 0.21),
    Column("牵头单位", "left", 0.125),
    Column("协办单位", "left", 0.125),
    Column("办理时限", "center", 0.125),
    Column("进展情况", "left", 0.22),
    Column("状态", "center", 0.125),
)
DRAFT = "（草稿，未签发）"


def bulletin_sheet(bulletin) -> Bulletin:
    """As it is printed; before it is signed the sheet says so where the marking stands."""
    return Bulletin(
        masthead=bulletin.get_series_display(),
        issue=bulletin.issue,
        total=bulletin.total,
        issuer=bulletin.issuer,
        date=bulletin.day,
        title=bulletin.title,
        body=bulletin.body,
        annexes=annexes(bulletin),
        report_to=bulletin.report_to,
        send_to=bulletin.send_to,
        issue_to=bulletin.issue_to,
        checker=bulletin.checked_by.name if bulletin.checked_by else "",
        signer=bulletin.signed_by.name if bulletin.signed_by else "",
        copies=bulletin.copies,
        marking=kind(bulletin).marking if bulletin.is_frozen else DRAFT,
        copy_number=kind(bulletin).copy_number,
        box=kind(bulletin).box,
    )


def annexes(bulletin) -> tuple[Annex, ...]:
    """A 通报 always has its table; a 专报 only where it reports on several matters."""
    quotes = list(bulletin.quotes.all())
    return (annex(bulletin, quotes),) if bulletin.series in WIDE or len(quotes) > 1 else ()


def annex(bulletin, quotes) -> Annex:
    this_year = f"{bulletin.day.year}年"
    rows = tuple(
        (
            str(one.order),
            one.title,
            one.lead,
            one.co,
            one.due.removeprefix(this_year),
            one.progress,
            one.state_words,
        )
        for one in quotes
    )
    return Annex("督查事项办理情况一览表", Table(COLUMNS, rows))


def refuse_missing_glyphs(bulletin) -> None:
    """Sets the draft on trial: what cannot be printed is found before it is signed, not after."""
    try_out(bulletin_sheet(bulletin))
