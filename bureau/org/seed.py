"""What a new installation starts with: limits, working hours, the announced holidays. All editable."""

from django.db import transaction

from bureau.org import limited
from bureau.org.announced import announced_years, enter_year
from bureau.org.models import EnteredLimits, Limit, WorkdayException, WorkPeriod
from bureau.org.worktime import HOURS

FIRST_YEAR = 2024


@transaction.atomic
def fill() -> None:
    """Fill what is still empty. Limits and years the bureau has touched stay as they are, also with gaps."""
    enter_limits()
    if not WorkPeriod.objects.exists():
        WorkPeriod.objects.bulk_create(WorkPeriod(starts=starts, ends=ends) for starts, ends in HOURS)
    for year in announced_years():
        if year >= FIRST_YEAR and not WorkdayException.objects.filter(day__year=year).exists():
            enter_year(year)


def enter_limits() -> None:
    """The defaults of every step whose defaults were never entered."""
    entered = set(EnteredLimits.objects.values_list("room", "step"))
    new = [row for row in _default_limits() if (row.room, row.step) not in entered]
    Limit.objects.bulk_create(new, ignore_conflicts=True)
    steps = dict.fromkeys((row.room, row.step) for row in new)
    EnteredLimits.objects.bulk_create(EnteredLimits(room=room, step=step) for room, step in steps)


def enter_new_limits(**_signal: object) -> None:
    """After an update of an installation that stands: the steps that came with it have their limits."""
    if EnteredLimits.objects.exists():
        enter_limits()


def _default_limits() -> list[Limit]:
    """Recommended defaults; where a county has its own rule, the bureau changes the row."""
    general = [("", step.key, step.defaults) for step in limited.STEPS.values()]
    of_room = [(room, step, defaults) for (room, step), defaults in limited.OF_ROOM.items()]
    return [
        Limit(room=room, step=step, urgency=urgency, amount=amount, unit=unit)
        for room, step, defaults in (*general, *of_room)
        for urgency, (amount, unit) in defaults.items()
    ]
