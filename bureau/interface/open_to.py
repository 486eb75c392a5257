"""What the interface lets out: of what a person may see (`visible_to`) nothing that is sealed, and no paper that is numbered for
its reader. There is no second rule of who sees what; this only leaves out."""

from django.db.models import Q, QuerySet

from bureau.matters.models import Matter
from bureau.matters.models.matter import Secrecy
from bureau.matters.rooms import Room, rooms
from bureau.org.models import Person
from reports.kinds import KINDS
from reports.models import Bulletin
from reports.states import ISSUED

UNSEALED = Q(matter__secrecy=Secrecy.NORMAL)
OPEN_SERIES = [series for series, kind in KINDS.items() if not kind.restricted]


def open_rooms() -> list[Room]:
    """Those whose matters are not all sealed."""
    return [room for room in rooms() if not room.encrypts]


def open_room(kind: str) -> Room | None:
    return next((room for room in open_rooms() if room.kind == kind), None)


def matters_open_to(person: Person) -> QuerySet[Matter]:
    kinds = [room.kind for room in open_rooms()]
    return Matter.objects.visible_to(person).filter(kind__in=kinds, secrecy=Secrecy.NORMAL)


def bulletins_open_to(person: Person) -> QuerySet[Bulletin]:
    """Issued ones."""
    return Bulletin.objects.visible_to(person).filter(state=ISSUED, series__in=OPEN_SERIES)
