"""A form is taken only if nothing changed since it was opened."""

from functools import partial

from django.utils import timezone

from bureau.pages import once


def check_seen(seen: str | None, version, matter=None, reader=None) -> None:
    """Raises Stale when the form was opened on an older version; it names what happened, if `reader` reads that."""
    once.check_seen(seen, version, partial(news, matter, reader) if matter else str)


def news(matter, reader) -> str:
    """The last line of the timeline; empty where it is not for this reader."""
    last = matter.entries.readable_by(reader, matter).filter(seq=matter.entry_count).first()
    return f"{timezone.localtime(last.at):%H:%M} {last.sentence}" if last else ""
