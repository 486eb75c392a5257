"""Celery task: recount the deadlines of running matters."""

from celery import shared_task

from bureau.jobs.tasks import LONGEST
from bureau.matters.deadlines import recount


@shared_task(soft_time_limit=LONGEST, time_limit=LONGEST + 60)
def recount_deadlines() -> int:
    """Deadlines that an interrupted recount left, or that came up while the calendar was being changed; those of a
    year that an upgrade brought. Returns how many moved; mostly none."""
    return recount.run().deadlines
