"""审计记录: what administrators do, what happens at the login and who looked at what few may see is written down where nobody can
take it back."""

from collections.abc import Callable

from django.utils import timezone

from bureau.org import whence
from bureau.org.audit import sealing
from bureau.org.models import AdminEntry, Person

Kind = AdminEntry.Kind
NOBODY = "未登录"
LISTENERS: list[Callable[[AdminEntry], None]] = []
"""Who tells the person whom a line is about; higher storeys put themselves here."""


def note(
    by: Person | None, sentence: str, person: Person | None = None, kind: str = Kind.ADMIN
) -> AdminEntry:
    """`person`: whom it concerns, where it concerns one. `by` None: nobody who is logged in."""
    entry = AdminEntry(
        actor=by,
        actor_words=by.signature if by else NOBODY,
        person=person,
        kind=kind,
        sentence=sentence,
        address=whence.address(),
        at=timezone.now(),
    )
    entry.digest = sealing.digest(entry)
    entry.save(force_insert=True)
    sealing.send_out(entry)
    return entry


def tell(by: Person | None, sentence: str, person: Person, kind: str) -> AdminEntry:
    """Noted, and told to whom it concerns."""
    entry = note(by, sentence, person, kind)
    for listener in LISTENERS:
        listener(entry)
    return entry
