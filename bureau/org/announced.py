"""The State Council's yearly holiday announcements, as the chinesecalendar package carries them.

Read only to fill the table: a year the package does not know must never stop a deadline.
"""

from chinese_calendar.constants import Holiday, holidays, workdays
from django.db import transaction

from bureau.org.models import WorkdayException


def announced_years() -> list[int]:
    """The years the package knows, ascending."""
    return sorted({day.year for day in holidays})


@transaction.atomic
def enter_year(year: int) -> int:
    """Enter that year's announced days that are missing; what stands is left alone. Returns how many."""
    entered = set(WorkdayException.objects.filter(day__year=year).values_list("day", flat=True))
    missing = [row for row in _announced(year) if row.day not in entered]
    return len(WorkdayException.objects.bulk_create(missing, ignore_conflicts=True))


def _announced(year: int) -> list[WorkdayException]:
    return [
        WorkdayException(day=day, working=working, name=Holiday(feast).chinese)
        for working, days in ((False, holidays), (True, workdays))
        for day, feast in days.items()
        if day.year == year
    ]
