"""Whether the clock may tell. On a database that is old or was restored it asks first (DESIGN §6)."""

from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone

from bureau.matters.models import Duty, Tiding
from bureau.notices.ladder import ORDER, TOLD
from bureau.notices.models import Clock, Delivery, Notice
from bureau.notices.pending import Pending
from bureau.org.worktime import local, workdays_between

LATE = timedelta(minutes=10)
LONGEST_SILENCE = 3  # working days without a sweep, after which what piled up is asked about first
HERE = """
SELECT s.system_identifier || '/' || d.oid || '/' || c.timeline_id
FROM pg_control_system() s, pg_control_checkpoint() c, pg_database d WHERE d.datname = current_database()
"""


def look(pending: Pending) -> Clock:
    """The clock as it stands now; made when there is none, stopped when there is a doubt."""
    clock, made = Clock.objects.get_or_create(pk=1, defaults=first(pending.now))
    if clock.armed and not made and (doubt := doubts(clock, pending)):
        clock.armed, clock.swept_at = False, None
        Clock.objects.filter(pk=1).update(armed=False, swept_at=None, doubt=doubt)
    return clock


def first(now) -> dict:
    """An empty database starts by itself; one that holds duties already came from somewhere."""
    if Duty.objects.filter(done_at__isnull=True).exists():
        return {"armed": False, "doubt": "数据库里已有待办，而提醒时钟从未启用"}
    return {"armed": True, "armed_at": now, "cluster": here()}


def doubts(clock: Clock, pending: Pending) -> str:
    """Why this may not be the database it last told from; empty when nothing speaks against it."""
    if clock.cluster != here():
        return "数据库换了地方（恢复或迁移过）"
    silent = clock.swept_at and workdays_between(
        local(clock.swept_at).date(), pending.ladder.today, pending.ladder.calendar
    )
    return f"上次巡查以来已过{silent}个工作日" if silent and silent > LONGEST_SILENCE else ""


def here() -> str:
    """Which server and database this is: a restored or copied one has another mark, and so has one that was wound
    back in time (a new timeline of the server)."""
    with connection.cursor() as cursor:
        cursor.execute(HERE)
        return cursor.fetchone()[0]


def runs() -> bool:
    """Whether messages may leave the house: those of a restored database were sent once already, perhaps."""
    return Clock.objects.filter(pk=1, armed=True, cluster=here()).exists()


def silence(now=None) -> str:
    """A sentence when no round was made for too long, or the clock waits to be started; empty when all is well."""
    clock, now = Clock.objects.filter(pk=1).first(), now or timezone.now()
    if clock is None:
        return ""
    if not clock.armed:
        return f"提醒时钟没有启用（{clock.doubt}），到期、逾期都没有提醒。请系统管理员在“提醒时钟”里确认。"
    if clock.swept_at and now - clock.swept_at > LATE:
        since = timezone.localtime(clock.swept_at)
        return f"自{since:%m-%d %H:%M}起没有巡查，到期、逾期都没有提醒。请系统管理员查看后台进程。"
    return ""


def arm(person=None, now=None) -> None:
    """Start, and tell all that waits."""
    now = now or timezone.now()
    started = {"armed": True, "armed_by": person, "armed_at": now, "swept_at": None}
    Clock.objects.update_or_create(pk=1, defaults={**started, "cluster": here(), "doubt": ""})


@transaction.atomic
def arm_quietly(person=None, now=None) -> None:
    """Start, and take all that waits as told: nobody hears of it."""
    pending = Pending(now or timezone.now())
    duties = Duty.objects.open()
    for urgency in pending.ladder.offsets:
        for kind in TOLD:
            reached = duties.filter(matter__urgency=urgency, due_at__lte=pending.ladder.until(urgency, kind))
            reached.filter(rung__lt=ORDER[kind]).update(rung=ORDER[kind])
    duties.filter(pending.new()).update(told_at=pending.now)
    Tiding.objects.filter(told_at__isnull=True).update(told_at=pending.now)
    keep_inside(pending)
    arm(person, pending.now)


def keep_inside(pending: Pending) -> None:
    """What waits to go outside, or for the next digest, stays in the house."""
    waiting = Delivery.objects.filter(state=Delivery.State.WAITING)
    waiting.update(state=Delivery.State.DROPPED, trouble="启用时钟时选择不补发", ended_at=pending.now)
    undigested = Notice.objects.filter(digested_on__isnull=True, read_at__isnull=True)
    undigested.update(digested_on=pending.ladder.today)
