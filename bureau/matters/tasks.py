"""What the bell rings for in the hall."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from bureau.jobs.tasks import LONGEST
from bureau.matters import recount
from bureau.matters.models import Submission

REMEMBERED = timedelta(days=7)
"""A form left open for longer than this is shown anew before it is sent."""


@shared_task(soft_time_limit=LONGEST, time_limit=LONGEST + 60)
def recount_deadlines() -> int:
    """Deadlines that an interrupted recount left, or that came up while the calendar was being changed; those of a
    year that an upgrade brought. Returns how many moved; mostly none."""
    return recount.run().deadlines


@shared_task
def forget_submissions() -> int:
    """Forget which forms were sent long ago. Returns how many."""
    forgotten, _ = Submission.objects.filter(at__lt=timezone.now() - REMEMBERED).delete()
    return forgotten
