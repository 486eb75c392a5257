"""Minutes that are late: who attended is told on working days until they came, and so is who registered it; the desk sees them
where minutes are registered."""

from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from bureau.notices import watch
from bureau.notices.alarms import tell
from bureau.notices.models import News, is_urgent
from bureau.org.calendar import current_calendar
from bureau.org.models import Urgency
from bureau.org.posts import Function
from bureau.org.worktime import local, workdays_between
from directives.models import UNREGISTERED, Sitting

RUNGS = (1, 3, 5, 10)  # working days after the date
STALE = 3  # working days after which a rung is passed over: a clock that stood still wakes quietly
OLDEST = timedelta(days=60)  # nobody is told of what is older
SHOWN = 5
WAITS = Q(minutes=None, no_minutes="")


def late(today: date) -> QuerySet[Sitting]:
    return Sitting.objects.filter(WAITS, minutes_by__lt=today)


def ask_for_minutes(now: datetime | None = None) -> int:
    """Each rung once, by its key, to those who attended or noted it down and still sit at the desk; returns of how many
    meetings it told.
    Nothing while the house's clock is not armed."""
    if not watch.runs():
        return 0
    now = now or timezone.now()
    today, calendar, told = local(now).date(), current_calendar(), 0
    found = late(today).filter(minutes_by__gte=today - OLDEST).select_related("registered_by")
    for sitting in found.prefetch_related("attendees"):
        rung = reached(workdays_between(sitting.minutes_by, today, calendar))
        if rung:
            told += ask(sitting, rung, now)
    return told


def reached(days: int) -> int:
    """The highest rung that so many working days have reached, unless that was too long ago; 0: none."""
    return max((rung for rung in RUNGS if rung <= days <= rung + STALE), default=0)


def ask(sitting: Sitting, rung: int, now: datetime) -> bool:
    near = {*sitting.attendees.all(), sitting.registered_by}
    people = [one for one in near if one.is_active and one.sits_at(Function.DIRECTIVES)]
    words = f"{sitting}的纪要已逾期{rung}个工作日未到，请催要；已到的请登记。"
    key = f"minutes:{sitting.pk}:{sitting.minutes_by:%Y%m%d}:{rung}"
    about = {"news": News.LATE, "urgent": is_urgent(News.LATE, Urgency.NORMAL)}
    tell(people, key, words=words, url=sitting.get_absolute_url(), at=now, **about)
    return bool(people)


def waiting() -> list[Sitting]:
    """Whose minutes are late, or came and leave something that was noted unregistered (`left`)."""
    found = Sitting.objects.annotate(left=Count("expected", filter=UNREGISTERED)).filter(
        Q(WAITS, minutes_by__lt=timezone.localdate()) | Q(minutes__isnull=False, left__gt=0)
    )
    return list(found.order_by("minutes_by", "pk")[:SHOWN])
