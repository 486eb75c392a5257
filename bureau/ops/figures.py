"""How much, how many, how old: the figures that the operations page judges and `/metrics` tells.

Counts only; no matter's number, title or words.
"""

import shutil
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.models import Count, Min, Q
from django.utils import timezone

from bureau.jobs.doing import STRANGE, TOO_LONG, WORN_OUT
from bureau.jobs.models import Job
from bureau.matters.models import Duty
from bureau.notices.models import Clock, Delivery, Notice
from bureau.ops.models import Backup
from bureau.org.health import broker
from reports.models import Rendering

BROKEN = (STRANGE, WORN_OUT, TOO_LONG)  # a refusal in words is no failure of the house


def duties(now) -> list[tuple[str, int, int]]:
    """(step, open, overdue) of every step that somebody owes; those stopped are not overdue."""
    late = Count("pk", filter=Q(due_at__lt=now, stopped_at__isnull=True))
    found = Duty.objects.filter(done_at__isnull=True).order_by("step").values_list("step")
    return list(found.annotate(open=Count("pk"), late=late))


def untold_since(now):
    """When the oldest duty was opened that its holder has not been told of; none: None."""
    untold = Duty.objects.filter(done_at__isnull=True, told_at__isnull=True, stopped_at__isnull=True)
    return untold.filter(opened_at__lte=now).aggregate(oldest=Min("opened_at"))["oldest"]


def unread() -> int:
    return Notice.objects.filter(read_at__isnull=True).count()


def deliveries() -> dict[str, int]:
    """By state: waiting and failed."""
    return by_state(Delivery, Delivery.State.WAITING, Delivery.State.FAILED)


def renderings() -> dict[str, int]:
    """Bulletins being set and not set, by state."""
    return by_state(Rendering, Rendering.State.WAITING, Rendering.State.FAILED)


def jobs() -> dict[str, int]:
    """Jobs that wait and that run, by state."""
    return by_state(Job, Job.State.WAITING, Job.State.RUNNING)


def by_state(model, *states) -> dict[str, int]:
    found = model.objects.filter(state__in=states).order_by().values_list("state").annotate(Count("pk"))
    return {**dict.fromkeys(states, 0), **dict(found)}


def broken_jobs(since) -> int:
    """Jobs that broke since that moment."""
    return Job.objects.filter(state=Job.State.FAILED, ended_at__gte=since, outcome__in=BROKEN).count()


def clock() -> Clock | None:
    return Clock.objects.filter(pk=1).first()


def whole_backup() -> Backup | None:
    """The newest backup without trouble."""
    return Backup.objects.filter(trouble="").first()


def age(moment, now=None) -> float:
    """Seconds since that moment."""
    return ((now or timezone.now()) - moment).total_seconds()


def queue_length() -> int:
    """Bells that nobody has answered yet."""
    if not settings.REDIS_URL:
        return sum(1 for _ in (settings.CELERY_FOLDER / "queue").iterdir())
    with broker() as redis:
        return sum(redis.llen(name) for name in settings.QUEUES)


def disk(folder: Path) -> tuple[int, int]:
    """Bytes free and in all, of the disk that the folder is on or would be made on."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    usage = shutil.disk_usage(folder)
    return usage.free, usage.total


def folders() -> dict[str, Path]:
    """What is kept on disks of ours, by name."""
    return {"files": settings.FILES_ROOT, "backup": settings.BACKUP_DIR or settings.VAR_DIR / "backups"}


def ask(statement: str) -> list[tuple]:
    """The rows of one statement about the database itself."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def database_size() -> int:
    """Bytes."""
    return ask("SELECT pg_database_size(current_database())")[0][0]
