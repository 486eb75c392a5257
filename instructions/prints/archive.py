"""年度归档: the register of a year and the story of each of its instructions, bound in one document; and its Excel."""

from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.http import QueryDict
from django.utils import timezone

from bureau.matters.printed import ledger_sheet
from bureau.pages import export, period
from bureau.pages.asked import Asked
from bureau.press.printing import pdf_of
from bureau.press.typeset.sheets import Report, Volume
from instructions.counting import asked_days
from instructions.prints.stories import stories
from instructions.room import ROOM
from instructions.views.ledger import Ledger as Register

MOST_STORIES = 1_500


def register_of(person, year: int):
    """The table of all that was registered in the year, in the order of its numbers, as far as the person sees it."""
    whole = period.of(year)
    query = QueryDict(mutable=True)
    query.update(asked_days(whole.start, whole.end) | {"sort": "number"})
    return Register.ledger(Asked(person, query))


def write_archive(table, year: int, out, step) -> None:
    """A package of the bound document and the Excel into the binary file `out`; raises PressProblem."""
    today, title = timezone.localdate(), f"{year}年领导批示件"
    register = ledger_sheet(ROOM.layout, table, today, title=f"{title}登记簿")
    told = Report(f"{title}办理情况", today, tuple(stories(table, step)))
    volume = Volume(f"{title}档案", today, (register, told))
    with ZipFile(out, "w") as package:
        package.writestr(entry(f"{title}档案.pdf"), pdf_of(volume))
        with package.open(entry(f"{title}登记簿.xlsx"), "w") as sheet:
            export.write(table, f"{title}登记簿", sheet)


def entry(name: str) -> ZipInfo:
    """A file of the package, dated now."""
    made = ZipInfo(name, timezone.localtime().timetuple()[:6])
    made.compress_type, made.external_attr = ZIP_DEFLATED, 0o644 << 16
    return made
