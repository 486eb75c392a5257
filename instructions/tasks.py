"""What the bell rings for in the room of instructions."""

from celery import shared_task

from instructions.chasing import open_chases


@shared_task
def open_next_chases() -> int:
    """Leads owe their next regular answer. Returns how many were opened; safe to repeat."""
    return open_chases()
