"""What a new installation starts with: limits, working hours, the announced holidays. All editable."""

from django.db import transaction

from bureau.org.announced import announced_years, enter_year
from bureau.org.models import Limit, WorkdayException, WorkPeriod
from bureau.org.worktime import HOURS

FIRST_YEAR = 2024
ANY = ""
HOUR, DAY, WORKDAY = Limit.TimeUnit.HOURS, Limit.TimeUnit.DAYS, Limit.TimeUnit.WORKDAYS

# Recommended defaults; where a county has its own rule, the bureau changes the row. 「当日」 is 8 working
# hours, so that what comes in the late afternoon can still be signed in time. A long-term item ends on the
# date of its plan and therefore has no limit for the report.
LIMITS = {
    "sign": {
        "flash": (2, HOUR),
        "urgent": (8, HOUR),
        "normal": (1, WORKDAY),
        "complex": (1, WORKDAY),
        "minutes": (1, WORKDAY),
        "longterm": (1, WORKDAY),
    },
    "first_reply": {
        "flash": (1, DAY),
        "urgent": (2, WORKDAY),
        "normal": (5, WORKDAY),
        "complex": (5, WORKDAY),
        "minutes": (5, WORKDAY),
        "longterm": (30, DAY),
    },
    "report": {
        "flash": (3, DAY),
        "urgent": (5, WORKDAY),
        "normal": (15, WORKDAY),
        "complex": (30, WORKDAY),
        "minutes": (20, DAY),
    },
    "chase": {"flash": (1, WORKDAY), "urgent": (2, WORKDAY), "complex": (10, WORKDAY), ANY: (5, WORKDAY)},
    "transcribe": {ANY: (4, HOUR)},
    "propose": {"flash": (2, HOUR), ANY: (1, WORKDAY)},
    "approve": {ANY: (1, WORKDAY)},
    "dispatch": {ANY: (1, WORKDAY)},
    "countersign": {ANY: (1, WORKDAY)},
    "review": {ANY: (2, WORKDAY)},
    "decide_extension": {ANY: (1, WORKDAY)},
    "dispute": {ANY: (1, WORKDAY)},
    "decide_dispute": {ANY: (1, WORKDAY)},
    "present": {"flash": (1, WORKDAY), ANY: (3, WORKDAY)},
    "answer": {"flash": (1, WORKDAY), "urgent": (1, WORKDAY), ANY: (2, WORKDAY)},
    "confirm": {ANY: (3, WORKDAY)},
}


@transaction.atomic
def fill() -> None:
    """Fill what is still empty. Tables and years the bureau has touched stay as they are, also with gaps."""
    if not Limit.objects.exists():
        Limit.objects.bulk_create(_default_limits())
    if not WorkPeriod.objects.exists():
        WorkPeriod.objects.bulk_create(WorkPeriod(starts=starts, ends=ends) for starts, ends in HOURS)
    for year in announced_years():
        if year >= FIRST_YEAR and not WorkdayException.objects.filter(day__year=year).exists():
            enter_year(year)


def _default_limits() -> list[Limit]:
    return [
        Limit(step=step, urgency=urgency, amount=amount, unit=unit)
        for step, limits in LIMITS.items()
        for urgency, (amount, unit) in limits.items()
    ]
