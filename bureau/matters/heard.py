"""What happened to a matter or a paper, told to storeys above in the transaction in which it happened. The house knows none of
them; each says at the start of the application that it hears."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices

from bureau.matters.models import Entry, Matter
from bureau.matters.models.matter import Phase, Secrecy


class Event(TextChoices):
    REGISTERED = "matter.registered", "事项登记"
    CHANGED = "matter.changed", "事项状态变化"
    CLOSED = "matter.closed", "事项办结"
    ISSUED = "bulletin.issued", "通报、专报印发"


@dataclass(frozen=True)
class Happened:
    """`about`: the key of the matter or paper; `kind`: of which kind that is; `state`: how it stands since, in words."""

    event: str
    about: int
    kind: str
    number: str
    state: str
    at: datetime


LISTENERS: list[Callable[[Sequence[Happened]], None]] = []


def tell(happened: Sequence[Happened]) -> None:
    for listener in LISTENERS if happened else ():
        listener(happened)


def of_lines(lines: Sequence[tuple[Entry, Matter, str]]) -> list[Happened]:
    """Of lines just written, each with its matter and the state before it: what others hear of. Of what is sealed nothing."""
    return [
        Happened(event, matter.pk, matter.kind, matter.number or "", matter.stage, entry.at)
        for entry, matter, before in lines
        if matter.secrecy == Secrecy.NORMAL and (event := event_of(entry, matter, before))
    ]


def event_of(entry: Entry, matter: Matter, before: str) -> str:
    """Empty for a line after which the cover stands as it stood."""
    if entry.seq == 1:
        return Event.REGISTERED
    if matter.stage == before:
        return ""
    return Event.CLOSED if matter.phase == Phase.CLOSED else Event.CHANGED
