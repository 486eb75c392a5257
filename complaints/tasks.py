"""Celery tasks: what is decided by time alone."""

from celery import shared_task

from complaints.actions import deem_overdue


@shared_task
def deem_accepted() -> int:
    """What nobody decided in time counts as accepted. Returns how many; safe to repeat."""
    return deem_overdue()
