"""Hanging kept files on the timeline."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from django.db import transaction

from bureau.files import store
from bureau.files.store import Kept
from bureau.matters.attached import read_later
from bureau.matters.models import Attachment, Entry, Reply
from bureau.matters.rooms import encrypts
from bureau.org import cipher


def attach_again(entry: Entry, attachments: Iterable[Attachment]) -> None:
    """The same files on another line, for those who read that one."""
    attach(entry, [Kept(one.name, one.kind, one.size, one.sha256) for one in attachments])


def attach(entry: Entry, files: Sequence[Kept], reply: Reply | None = None) -> list[Attachment]:
    """Hang kept files (`files.store.Kept`) on the timeline's line; in a room that encrypts, as cipher text alone. What hangs there
    now, in the order of the files."""
    rows = [Attachment(matter_id=entry.matter_id, entry=entry, reply=reply, **file.columns) for file in files]
    if rows and encrypts(entry.matter):
        for row, file in zip(rows, files, strict=True):
            close(row, file)
    made = Attachment.objects.bulk_create(rows)
    read_later(made)
    return made


def close(row: Attachment, file: Kept) -> None:
    """Bound to its matter. What arrived sealed is dropped when all is written; what came in plain hangs elsewhere, too."""
    content = file.content()
    row.sha256 = store.put_sealed(content, row.about)
    row.sealed = cipher.seal(sha256(content).hexdigest().encode(), row.about)
    if file.sealed:
        transaction.on_commit(lambda: store.drop_sealed(file.sha256))
