"""Hanging kept files on the timeline."""

from dataclasses import asdict

from bureau.files.store import Kept
from bureau.matters.models import Attachment


def attach_again(entry, attachments) -> None:
    """The same files on another line, for those who read that one."""
    attach(entry, [Kept(one.name, one.kind, one.size, one.sha256) for one in attachments])


def attach(entry, files, reply=None) -> None:
    """Hang kept files (`files.store.Kept`) on the timeline's line."""
    Attachment.objects.bulk_create(
        Attachment(matter_id=entry.matter_id, entry=entry, reply=reply, **asdict(file)) for file in files
    )
