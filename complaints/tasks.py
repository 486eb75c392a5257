"""Celery tasks: what is decided by time alone."""

from celery import shared_task

from complaints import clearing
from complaints.actions import deem_overdue
from complaints.public import limiting


@shared_task
def deem_accepted() -> int:
    """What nobody decided in time counts as accepted. Returns how many; safe to repeat."""
    return deem_overdue()


@shared_task
def clear_voided() -> int:
    """Evidence of what was voided a month ago. Returns of how many complaints."""
    return clearing.clear_voided()


@shared_task
def forget_uses() -> int:
    """From where the public page was used, older than a day. Returns how many rows."""
    return limiting.forget()
