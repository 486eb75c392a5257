"""The bell for long work; what is to be done stands in PostgreSQL."""

from datetime import timedelta
from typing import Any

from celery import shared_task
from celery.signals import worker_ready
from django.db.models import Value
from django.db.models.functions import Concat
from django.utils import timezone

from bureau.jobs import doing, shelf
from bureau.jobs.models import Job

KEPT = timedelta(days=7)
"""So long the file of a job can be fetched."""
GONE = f"文件保留{KEPT.days}天，现已清除，需要时请重新办理。"
LONGEST = 50 * 60  # seconds; less than the hour after which Redis rings again


@shared_task(soft_time_limit=LONGEST, time_limit=LONGEST + 60)
def run(pk: int) -> None:
    """Do one job."""
    doing.run(pk)


@shared_task
def sweep() -> int:
    """Ring for what still waits and for what a dead worker left. Returns how many; safe to repeat."""
    left = doing.left()
    for pk in left:
        run.delay(pk)
    return len(left)


@worker_ready.connect
def look_around(**signal: Any) -> None:
    """A worker that starts does not wait for the next minute."""
    sweep.delay()


@shared_task
def forget_files() -> int:
    """Remove the files of jobs that ended a week ago. Returns how many jobs lost theirs."""
    before = timezone.now() - KEPT
    shelf.clear(before)
    gone = {"name": "", "size": None, "sha256": "", "outcome": Concat("outcome", Value(GONE))}
    return Job.objects.filter(ended_at__lt=before).exclude(sha256="").update(**gone)
