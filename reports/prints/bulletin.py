"""A bulletin as a sheet: head, text with its inserts, annexes, 报/送/发; of a letter its letterhead and its addressees."""

from bureau.press.printing import try_out
from bureau.press.typeset.sheets import Annex, Bulletin, Column, Notice, Sheet, Table
from reports import computed
from reports.inserts import annexes_of, inserts_of
from reports.kinds import kind
from reports.models import Plate, Series

COLUMNS = (
    Column("序号", "center"),
    Column("督查事项"),
    Column("牵头单位"),
    Column("协办单位"),
    Column("办理时限", "center"),
    Column("进展情况"),
    Column("状态", "center"),
)
DRAFT = "（草稿，未签发）"


def sheet_of(bulletin) -> Sheet:
    """As it is printed; before it is signed the sheet says so where the marking stands."""
    return letter_sheet(bulletin) if bulletin.is_letter else bulletin_sheet(bulletin)


def bulletin_sheet(bulletin) -> Bulletin:
    texts = computed.texts_of(bulletin)
    return Bulletin(
        masthead=bulletin.masthead,
        issue=bulletin.issue,
        total=bulletin.total,
        issuer=bulletin.issuer,
        date=bulletin.day,
        title=texts["title"],
        body=texts["body"],
        inserts=inserts_of(bulletin),
        annexes=annexes(bulletin),
        report_to=bulletin.report_to,
        send_to=bulletin.send_to,
        issue_to=bulletin.issue_to,
        checker=bulletin.checked_by.name if bulletin.checked_by else "",
        signer=bulletin.signed_by.name if bulletin.signed_by else "",
        copies=bulletin.copies,
        marking=kind(bulletin).marking if bulletin.is_frozen else DRAFT,
        box=kind(bulletin).box,
        main_to=addressed(bulletin.main_to),
        signed_by=bulletin.issuer if bulletin.signed_off else "",
    )


def letter_sheet(bulletin) -> Notice:
    """督办函, 督查通知单, in 信函格式."""
    texts = computed.texts_of(bulletin)
    return Notice(
        organ=bulletin.issuer,
        number=bulletin.code
        or f"{Plate(bulletin.plate).number_mark}{kind(bulletin).mark}〔{bulletin.day.year}〕　号",
        title=texts["title"],
        main_to=addressed(bulletin.main_to),
        body=texts["body"],
        date=bulletin.day,
        inserts=inserts_of(bulletin),
        annexes=annexes(bulletin),
        marking=bulletin.urgency if bulletin.is_frozen else DRAFT,
        note=bulletin.note,
        copy_to=bulletin.copy_to,
    )


def addressed(main_to: str) -> str:
    words = main_to.strip().rstrip("：:。")
    return f"{words}：" if words else ""


def annexes(bulletin) -> tuple[Annex, ...]:
    """The quoted matters — a 专报 tells of a single one in its text — and the annexes of the drafter's own."""
    quotes = list(bulletin.quotes.all())
    listed = len(quotes) > 1 if bulletin.series == Series.SPECIAL else bool(quotes)
    return ((annex(bulletin, quotes),) if listed else ()) + annexes_of(bulletin)


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
    try_out(sheet_of(bulletin))
