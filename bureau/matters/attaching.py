"""Hanging kept files on the timeline."""

from dataclasses import asdict

from bureau.matters.models import Attachment


def attach(entry, files, reply=None) -> None:
    """Hang kept files (`files.store.Kept`) on the timeline's line."""
    Attachment.objects.bulk_create(
        Attachment(matter_id=entry.matter_id, entry=entry, reply=reply, **asdict(file)) for file in files
    )
