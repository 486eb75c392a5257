"""What one person or post owes for several targets at once: as long as one of them waits, and no longer."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from bureau.matters.deadlines import duties
from bureau.matters.deadlines.dues import Due
from bureau.matters.models import Matter


def owe_once(matter: Matter, step: Due, at: datetime, **holder: Any) -> None:
    """Unless it is owed already."""
    if not matter.duties.filter(step=step, done_at=None).exists():
        duties.owe(matter, step, at=at, **holder)


def done_if_none(waiting: QuerySet, matter: Matter, step: Due, at: datetime) -> None:
    """Once nothing waits for it any more."""
    if not waiting.exists():
        duties.done(matter, step, at=at)
