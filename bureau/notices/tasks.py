"""Celery tasks: tell, gather digests, send. Beat starts each every minute; one that waited longer expires."""

from celery import shared_task

from bureau.notices import channels, watch
from bureau.notices.deliver import deliver as send_waiting
from bureau.notices.digest import digest as gather
from bureau.notices.sweep import sweep as go_round


@shared_task
def sweep() -> int:
    """Tell what is to be told. Returns the number of notices."""
    swept = go_round()
    return 0 if swept.dry else swept.notices


@shared_task
def digest() -> int:
    """Make the day's digests whose hour has come. Returns their number."""
    return gather() if channels.standing() and watch.runs() else 0


@shared_task
def deliver(channel: str) -> int:
    """Send what waits for this channel; one that is not configured has nothing waiting. Returns the number."""
    return send_waiting(channel) if channel in channels.standing() and watch.runs() else 0
