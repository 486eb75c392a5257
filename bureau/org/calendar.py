"""The county's calendar as it stands in the tables.

Every call asks the database for one stamp of what the tables hold (about a millisecond) and rebuilds only
when it differs, so an edit holds at once in every process. A page that only shows asks once (`OneCalendar`).
"""

from contextvars import ContextVar
from datetime import date
from functools import lru_cache

from django.db import connection

from bureau.org.models import WorkdayException, WorkPeriod
from bureau.org.worktime import HOURS, Calendar, DayOff, DayOn

STAMP = """
SELECT md5(concat(
    (SELECT string_agg(d::text, ';' ORDER BY d.id) FROM org_workdayexception d), '|',
    (SELECT string_agg(p::text, ';' ORDER BY p.id) FROM org_workperiod p)))
"""

ANNOUNCED = 11  # the month in which the next year's days off are usually announced
ASSUMED = "暂按周一至周五上班和日期固定的法定节日"

_shown: ContextVar[list[Calendar] | None] = ContextVar("shown", default=None)


def current_calendar() -> Calendar:
    """The working days and hours now in force; the usual hours if none are entered. One query."""
    shown = _shown.get()
    if shown is None:
        return read_calendar()
    if not shown:
        shown.append(read_calendar())
    return shown[0]


class OneCalendar:
    """Middleware: a request that only reads is shown one calendar throughout. What is written is reckoned by the tables
    as they stand at that moment."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        before = _shown.set([] if request.method in ("GET", "HEAD") else None)
        try:
            return self.get_response(request)
        finally:
            _shown.reset(before)


def read_calendar() -> Calendar:
    with connection.cursor() as cursor:
        cursor.execute(STAMP)
        (stamp,) = cursor.fetchone()
    return _built(stamp)


@lru_cache(maxsize=4)
def _built(stamp: str) -> Calendar:
    rows = WorkdayException.objects.values_list("day", "working", "name")
    return Calendar(
        exceptions={day: DayOn(name) if working else DayOff(name) for day, working, name in rows},
        known_years=entered_years(),
        periods=tuple(WorkPeriod.objects.values_list("starts", "ends").order_by("starts", "ends")) or HOURS,
    )


def entered_years() -> frozenset[int]:
    """The years whose announcement is entered: their National Day is off. One local day proves nothing."""
    national_days = WorkdayException.objects.filter(day__month=10, day__day=1, working=False)
    return frozenset(day.year for day in national_days.values_list("day", flat=True))


def calendar_warnings(today: date) -> list[str]:
    """What 工作台 tells the bureau and its administrators: this year not entered, or, from November, when it is usually
    announced, next year not entered."""
    entered = current_calendar().known_years
    warnings = []
    if today.year not in entered:
        warnings.append(f"{today.year}年放假安排尚未录入，时限{ASSUMED}推算，请系统管理员尽快录入工作日历。")
    if today.month >= ANNOUNCED and today.year + 1 not in entered:
        warnings.append(
            f"{today.year + 1}年放假安排尚未录入，跨年的时限{ASSUMED}推算；通知公布后请系统管理员录入工作日历，时限随即重新推算。"
        )
    return warnings
