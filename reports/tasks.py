"""The bell for the press; what is to be printed stands in PostgreSQL."""

from celery import shared_task

from reports.models import Rendering
from reports.reminding import remind
from reports.rendering import render_issue


@shared_task
def render(pk: int) -> None:
    """Set one signed bulletin."""
    render_issue(pk)


@shared_task
def render_waiting() -> None:
    """Set what was signed and whose bell was lost."""
    for pk in Rendering.objects.filter(state=Rendering.State.WAITING).values_list("pk", flat=True):
        render_issue(pk)


@shared_task
def remind_units() -> None:
    """Tell units what they have not read or not answered."""
    remind()
