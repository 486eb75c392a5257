"""Celery tasks: open the next chase of instructions that are chased by the calendar."""

from celery import shared_task

from instructions.chasing import open_chases


@shared_task
def open_next_chases() -> int:
    """Leads owe their next regular answer. Returns how many were opened; safe to repeat."""
    return open_chases()
