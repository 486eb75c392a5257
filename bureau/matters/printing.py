"""The papers of many matters in one file: each as its own page prints it, from a new page."""

from collections.abc import Callable, Sequence
from io import BytesIO

from pypdf import PdfWriter

from bureau.jobs.barred import Barred
from bureau.matters.batches import GONE, Taken
from bureau.matters.deeds import Deed, Look
from bureau.matters.flow import Record
from bureau.matters.policy import No, Verdict, Yes
from bureau.matters.rooms import ROOMS, Prints, Room
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Post
from bureau.press.printing import pdf_of

PAPERS = "matters.papers"  # the kind of the job


def prints_of(room: Room) -> Prints:
    """Raises Barred where its matters have no paper."""
    if room.prints is None:
        raise Barred("这项业务没有可以批量打印的文书。")
    return room.prints


def deed_of(kind: str) -> Deed | None:
    room = ROOMS.get(kind)
    if room is None or room.prints is None:
        return None
    hint = f"在后台排成一个 PDF，每份{room.prints.label}另起一页。"
    return Deed(
        "print", f"打印{room.prints.label}", Post.OFFICER, looks_of(room.prints), hint=hint, job=PAPERS
    )


def looks_of(prints: Prints) -> Callable[[Person | Actor, Sequence[Record]], Look]:
    def look(record: Record) -> Verdict:
        return Yes() if prints.number(record) else No(f"还没有{prints.label}。")

    return lambda _person, _records: look


def printed_together(
    room: Room, person: Person, keys: Sequence[int], tell: Callable[[int, int], None]
) -> tuple[bytes, Taken]:
    """What `person` sees of these, in the order of their registration. Raises Barred where none has a paper."""
    records = room.record.objects.visible_to(person).filter(pk__in=keys).order_by("pk")
    prints, taken, whole, out = prints_of(room), Taken(), PdfWriter(), BytesIO()
    for done, record in enumerate(records):
        tell(done, len(keys))
        try:
            whole.append(BytesIO(paper_of(prints, record)))
            taken.count += 1
        except Barred as barred:
            taken.refused.append(f"“{record.matter}”：{barred}")
    if gone := len(keys) - len(records):
        taken.refused.append(GONE.format(count=gone))
    if not taken.count:
        raise Barred(f"{taken.why_not}没有可以打印的文书。")
    whole.write(out)
    return out.getvalue(), taken


def paper_of(prints: Prints, record: Record) -> bytes:
    """Raises Barred where it has none, and PressProblem where it cannot be set."""
    if not prints.number(record):
        raise Barred(f"还没有{prints.label}。")
    return pdf_of(prints.sheet(record))
