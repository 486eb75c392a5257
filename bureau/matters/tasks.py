"""Celery tasks: recount the deadlines of running matters; read what attachments say."""

from celery import shared_task

from bureau.jobs.tasks import LONGEST
from bureau.matters import attached
from bureau.matters.deadlines import recount


@shared_task(soft_time_limit=LONGEST, time_limit=LONGEST + 60)
def recount_deadlines() -> int:
    """Deadlines that an interrupted recount left, or that came up while the calendar was being changed; those of a
    year that an upgrade brought. Returns how many moved; mostly none."""
    return recount.run().deadlines


@shared_task
def read_attachment(pk: int) -> bool:
    return attached.read(pk)


@shared_task
def read_attachments() -> int:
    """Ring for those that no bell was heard for, and for what an upgrade found. Returns how many; safe to repeat."""
    left = attached.unread()
    for pk in left:
        read_attachment.delay(pk)
    return len(left)
