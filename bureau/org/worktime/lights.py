"""Lights: 绿 正常 · 黄 临期 (at most 3 working days left) · 红 逾期 · 灰 办结. Computed, never stored."""

from datetime import datetime
from typing import Literal

from bureau.org.worktime.counting import DAY, add_workdays, end_of_day, local, workdays_between
from bureau.org.worktime.days import Calendar

NEAR = 3  # working days left


def workdays_left(now: datetime, due_at: datetime, calendar: Calendar) -> int:
    """Working days after today up to the due day: 0 on the due day itself, negative once it has passed."""
    return workdays_between(local(now).date(), local(due_at).date(), calendar)


def yellow_until(now: datetime, calendar: Calendar) -> datetime:
    """The latest due time that is yellow now: lists compare `due_at` with this in the database."""
    return end_of_day(add_workdays(local(now).date(), NEAR + 1, calendar) - DAY)


def light(
    due_at: datetime | None, now: datetime, calendar: Calendar, closed: bool
) -> Literal["green", "yellow", "red", "grey"]:
    """The light of one deadline; without a date nothing can be late, so it is green until closed."""
    if closed:
        return "grey"
    if due_at is None:
        return "green"
    if due_at < now:
        return "red"
    return "yellow" if due_at <= yellow_until(now, calendar) else "green"
