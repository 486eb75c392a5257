"""Celery tasks: open the next node of long-term directives, ask for minutes that are late."""

from celery import shared_task

from directives.actions import open_nodes
from directives.minutes import ask_for_minutes


@shared_task
def open_next_nodes() -> int:
    """Long-term items owe their next report. Returns how many were opened; safe to repeat."""
    return open_nodes()


@shared_task
def ask_for_late_minutes() -> int:
    """Who attended is told once a rung. Returns of how many meetings; safe to repeat."""
    return ask_for_minutes()
