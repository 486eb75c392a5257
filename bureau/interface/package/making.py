"""A month's package, as its person sees the month: the ledgers as Excel, the issued papers as PDF, the list of both."""

import re
import shutil
from collections.abc import Callable, Iterator
from tempfile import TemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone

from bureau.files.store import open_kept
from bureau.interface.open_to import UNSEALED, bulletins_open_to, open_rooms
from bureau.interface.package import manifest
from bureau.matters.rooms import Room
from bureau.org.models import Person
from bureau.pages import export
from bureau.pages.asked import Asked
from bureau.pages.period import Period
from reports.models import Bulletin

Write = Callable[[IO[bytes]], None]
LEFT_OUT = "限阅的事项、问责案件、按份编号的专报不在包内。"
UNFIT = re.compile(r'[\\/:*?"<>|\s]+')  # in names of files


def make(person: Person, period: Period, out: IO[bytes], step: Callable[[int, int], None]) -> int:
    """Write it to `out`. Returns how many files it holds, besides the list. Raises FileNotFoundError where a paper is lost."""
    found, files = list(parts(person, period)), {}
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for done, (name, write) in enumerate(found):
            step(done, len(found))
            files[name] = put(package, name, write)
        package.writestr(manifest.NAME, manifest.sealed(about(person, period), files))
    return len(files)


def put(package: ZipFile, name: str, write: Write) -> str:
    """One file; returns its digest."""
    with TemporaryFile() as made:
        write(made)
        made.seek(0)
        digest = manifest.digest(made)
        made.seek(0)
        with package.open(name, "w", force_zip64=True) as member:
            shutil.copyfileobj(made, member)
    return digest


def parts(person: Person, period: Period) -> Iterator[tuple[str, Write]]:
    """Names of files, and what writes each."""
    for room in open_rooms():
        name = room.ledger.export_name
        yield f"台账/{name}.xlsx", ledger(room, person, period)
    start, end = period.moments
    issued = bulletins_open_to(person).filter(issued_at__gte=start, issued_at__lte=end)
    for bulletin in issued.order_by("issued_at", "pk"):
        yield f"通报/{bulletin.pk}-{UNFIT.sub('_', bulletin.number)}.pdf", paper(bulletin)


def ledger(room: Room, person: Person, period: Period) -> Write:
    def write(out: IO[bytes]) -> None:
        table = room.ledger.ledger(Asked(person, QueryDict()), UNSEALED & alive_in(period))
        export.write(table, room.ledger.export_name, out)

    return write


def alive_in(period: Period) -> Q:
    """Registered by the end of the month, and not closed before it began."""
    start, end = period.moments
    return Q(matter__registered_at__lte=end) & (Q(matter__closed_at=None) | Q(matter__closed_at__gte=start))


def paper(bulletin: Bulletin) -> Write:
    def write(out: IO[bytes]) -> None:
        with open_kept(bulletin.rendering.sha256) as file:
            shutil.copyfileobj(file, out)

    return write


def about(person: Person, period: Period) -> dict[str, Any]:
    return {
        "package": "督查局月度归档数据包",
        "month": period.words,
        "exported_by": person.signature,
        "exported_at": timezone.localtime().isoformat(timespec="seconds"),
        "left_out": LEFT_OUT,
    }
