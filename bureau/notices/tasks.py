"""What the bell rings for. Beat rings every minute; a ring that waited longer is not answered twice."""

from celery import shared_task

from bureau.notices.sweep import sweep as go_round


@shared_task
def sweep() -> int:
    """Tell what is to be told. Returns the number of notices."""
    swept = go_round()
    return 0 if swept.dry else swept.notices
