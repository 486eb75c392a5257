"""What attachments say, read by the worker after they arrived: bounded in size and time, kept beside the attachment. Of one that is
kept encrypted nothing is read: its words would stand beside it."""

from collections.abc import Iterable

from celery import current_app
from django.db import transaction

from bureau.files import texts
from bureau.files.store import open_kept
from bureau.matters.models import Attachment, AttachmentText

READ = "bureau.matters.tasks.read_attachment"
AT_ONCE = 200  # that a round takes up


def read_later(files: Iterable[Attachment]) -> None:
    """Rings for those with words, when the transaction commits. A bell that is not heard: `unread` finds them."""
    for file in files:
        if file.kind in texts.WORDED and not file.sealed:
            ring(file.pk)


def ring(pk: int) -> None:
    transaction.on_commit(lambda: current_app.send_task(READ, args=(pk,)), robust=True)


def read(pk: int) -> bool:
    """Keep what it says, once. Returns whether there was something to do. What cannot be read says nothing."""
    file = Attachment.objects.filter(pk=pk, sealed=None, read__isnull=True).first()
    if file is None:
        return False
    AttachmentText.objects.bulk_create(
        [AttachmentText(attachment=file, text=said(file))], ignore_conflicts=True
    )
    return True


def said(file: Attachment) -> str:
    try:
        with open_kept(file.sha256) as stream:
            return texts.words_of(stream, file.kind)
    except (texts.Unreadable, FileNotFoundError):
        return ""


def unread() -> list[int]:
    """Attachments with words that nobody has read."""
    left = Attachment.objects.filter(kind__in=texts.WORDED, sealed=None, read__isnull=True)
    return list(left.order_by("-pk").values_list("pk", flat=True)[:AT_ONCE])
