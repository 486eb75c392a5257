"""A form counts once, and only if nothing changed since it was opened."""

from contextlib import contextmanager
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from bureau.matters.flow import Barred
from bureau.matters.models import Submission


class Twice(Exception):
    """This very form was sent before; what it asked for has been done."""


class Stale(Barred):
    """Somebody else changed the thing after the form was opened."""


def token() -> str:
    """A fresh token for the hidden field `once`."""
    return str(uuid4())


@contextmanager
def once(token: str | None):
    """A transaction that raises Twice when the token was used before. A second click waits for the first."""
    with transaction.atomic():
        if (key := _uuid(token)) and not Submission.objects.get_or_create(token=key)[1]:
            raise Twice
        yield


def used(token: str | None) -> bool:
    """Whether the form with this token was sent."""
    key = _uuid(token)
    return key is not None and Submission.objects.filter(token=key).exists()


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None


def check_seen(seen: str | None, version, matter=None, reader=None) -> None:
    """Raises Stale when the form was opened on an older version; it names what happened, if `reader` reads that."""
    if not seen or str(version) == seen:
        return
    last = newest(matter, reader) if matter else None
    what = f"：{timezone.localtime(last.at):%H:%M} {last.sentence}" if last else ""
    raise Stale(f"您打开本页之后，这件事有了变化{what}。您填写的内容还在，请核对后再次提交。")


def newest(matter, reader):
    """The last line of the timeline, or None where it is not for this reader."""
    return matter.entries.readable_by(reader, matter).filter(seq=matter.entry_count).first()
