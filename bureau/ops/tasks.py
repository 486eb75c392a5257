"""Celery tasks: back up, check the timelines, look after the machine."""

from celery import shared_task
from django.conf import settings
from django.urls import reverse

from bureau.notices.alarms import alarm
from bureau.ops import walking
from bureau.ops.backup.making import make
from bureau.ops.checks import SECTIONS
from bureau.ops.checks.finding import State, lines
from bureau.org.audit import checking
from bureau.org.posts import Post

LONGEST = 4 * 3600  # seconds a backup may take


@shared_task(soft_time_limit=LONGEST, time_limit=LONGEST + 60)
def back_up() -> None:
    """The nightly backup, where a folder is named for it."""
    if settings.BACKUP_DIR:
        make(settings.BACKUP_DIR, settings.BACKUP_KEEP)


@shared_task
def check_timelines() -> None:
    """Begin the night's walk over all timelines, or go on with one that was cut short."""
    walking.begin()
    walk_on.delay()


@shared_task
def walk_on() -> None:
    """One slice, then ring for the next."""
    if walking.walk_on():
        walk_on.delay()


@shared_task
def check_audit() -> int:
    """By night: what is wrong with the audit lines is told to who reads them and to who keeps the machine."""
    found = checking.faults()
    for post, page in ((Post.AUDIT, reverse("audit:lines")), (Post.SYSTEM, "")):
        if found:
            words = f"审计记录不完整：{found[0]}共{len(found)}处。保护现场，不要改动数据库。"
            alarm(f"audit-{post}", words, page, post)
    return len(found)


@shared_task
def look_after() -> int:
    """Tell the 系统管理员 what has turned bad; each kind once a day. Returns how many faults were found."""
    checks = [check for section in SECTIONS.values() for check in section if check.alarm]
    faults = [line for line in lines(checks) if line["finding"].state == State.BAD]
    for line in faults:
        found = line["finding"]
        alarm(f"ops:{line['alarm']}", f"{line['name']}：{found.value}。{found.todo}", reverse("ops:page"))
    return len(faults)
