"""Hanging kept files on the timeline."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from bureau.files.store import Kept
from bureau.matters.attached import read_later
from bureau.matters.models import Attachment, Entry, Reply


def attach_again(entry: Entry, attachments: Iterable[Attachment]) -> None:
    """The same files on another line, for those who read that one."""
    attach(entry, [Kept(one.name, one.kind, one.size, one.sha256) for one in attachments])


def attach(entry: Entry, files: Sequence[Kept], reply: Reply | None = None) -> list[Attachment]:
    """Hang kept files (`files.store.Kept`) on the timeline's line; what hangs there now, in the order of the files."""
    made = Attachment.objects.bulk_create(
        Attachment(matter_id=entry.matter_id, entry=entry, reply=reply, **asdict(file)) for file in files
    )
    read_later(made)
    return made
