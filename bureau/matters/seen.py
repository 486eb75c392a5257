"""A form is taken only if nothing changed since it was opened."""

from functools import partial

from django.utils import timezone

from bureau.matters.models import Matter
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.pages import once


def check_seen(
    seen: str | None,
    version: object,
    matter: Matter | None = None,
    reader: Person | None = None,
    *,
    typed: bool = True,
) -> None:
    """Raises Stale when the form was opened on an older version; it names what happened, if `reader` reads that. `typed`:
    whether there are words in it that stay."""
    told = partial(news, matter, reader) if matter and reader else str
    once.check_seen(seen, version, told, typed=typed)


def news(matter: Matter, reader: Person | Actor) -> str:
    """The last line of the timeline; empty where it is not for this reader."""
    last = matter.entries.readable_by(reader, matter).filter(seq=matter.entry_count).first()
    return f"{timezone.localtime(last.at):%H:%M} {last.sentence}" if last else ""
