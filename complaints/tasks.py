"""Celery tasks: what is decided by time alone."""

from celery import shared_task

from complaints.actions import deem_overdue
from complaints.public import limiting


@shared_task
def deem_accepted() -> int:
    """What nobody decided in time counts as accepted. Returns how many; safe to repeat."""
    return deem_overdue()


@shared_task
def forget_uses() -> int:
    """From where the public page was used, older than a day. Returns how many rows."""
    return limiting.forget()
