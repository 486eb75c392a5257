"""Due times with their arithmetic, each reckoned once: a hundred thousand decisions share a few thousand days."""

import json
from datetime import date, datetime, time
from functools import cache

from bureau.org.calendar import current_calendar
from bureau.org.limits import limit_for
from bureau.org.posts import Function
from bureau.org.worktime import ZONE, Reckoning, fixed, reckon

MORNING = time(10)
calendar = cache(current_calendar)
limit = cache(limit_for)


@cache
def on_paper(due: date) -> tuple[datetime, str]:
    """The due time and its basis as JSON text, as a duty keeps them."""
    return stated(fixed(due))


@cache
def by_limit(urgency: str, step: str, day: date) -> tuple[datetime, str]:
    """The same by the limits table, counted from the morning of `day`."""
    term = limit(Function.DIRECTIVES, urgency, step)
    return stated(reckon(datetime.combine(day, MORNING, ZONE), term, calendar()))


def stated(reckoning: Reckoning) -> tuple[datetime, str]:
    return reckoning.due_at, json.dumps(reckoning.as_json(), ensure_ascii=False)
