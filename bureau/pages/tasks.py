"""What the worker does for the forms of every page."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from bureau.pages.models import Submission

REMEMBERED = timedelta(days=7)  # a form left open for longer is shown anew before it is sent


@shared_task
def forget_submissions() -> int:
    """Forget which forms were sent long ago. Returns how many."""
    forgotten, _ = Submission.objects.filter(at__lt=timezone.now() - REMEMBERED).delete()
    return forgotten
