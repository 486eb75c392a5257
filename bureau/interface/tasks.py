"""Beat starts it each minute; one that waited longer expires."""

from celery import shared_task

from bureau.interface.sending import deliver
from bureau.notices import watch


@shared_task
def send_events() -> int:
    """Send the events that wait. Not from a database that was restored and not released yet."""
    return deliver() if watch.runs() else 0
