"""Celery tasks: open the next node of long-term directives."""

from celery import shared_task

from directives.actions import open_nodes


@shared_task
def open_next_nodes() -> int:
    """Long-term items owe their next report. Returns how many were opened; safe to repeat."""
    return open_nodes()
