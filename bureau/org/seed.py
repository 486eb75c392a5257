"""What a new installation starts with: limits, working hours, the announced holidays. All editable."""

from django.db import transaction

from bureau.org import limited
from bureau.org.announced import announced_years, enter_year
from bureau.org.models import Limit, WorkdayException, WorkPeriod
from bureau.org.worktime import HOURS

FIRST_YEAR = 2024


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
    """Recommended defaults; where a county has its own rule, the bureau changes the row."""
    general = [("", step.key, step.defaults) for step in limited.STEPS.values()]
    of_room = [(room, step, defaults) for (room, step), defaults in limited.OF_ROOM.items()]
    return [
        Limit(room=room, step=step, urgency=urgency, amount=amount, unit=unit)
        for room, step, defaults in (*general, *of_room)
        for urgency, (amount, unit) in defaults.items()
    ]
