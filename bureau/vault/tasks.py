"""What the worker does for the vault."""

from celery import shared_task
from django.utils import timezone

from bureau.files.forgetting import forget_waiting
from bureau.vault.scans import WAITS


@shared_task
def forget_uploads() -> int:
    """Letters of forms that were not sent again. Returns how many files."""
    return forget_waiting(timezone.now() - WAITS)
