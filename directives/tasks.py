"""Celery tasks: open the next node of long-term directives, ask for minutes that are late, tell what falls behind its plan."""

from celery import shared_task

from directives.actions import open_nodes
from directives.falling_behind import tell_of_falling_behind
from directives.minutes import ask_for_minutes


@shared_task
def open_next_nodes() -> int:
    """Long-term items owe their next report. Returns how many were opened; safe to repeat."""
    return open_nodes()


@shared_task
def ask_for_late_minutes() -> int:
    """Who attended is told once a rung. Returns of how many meetings; safe to repeat."""
    return ask_for_minutes()


@shared_task
def tell_of_items_behind() -> int:
    """The lead and the officer of an item that fell behind its plan, once. Returns of how many; safe to repeat."""
    return tell_of_falling_behind()
