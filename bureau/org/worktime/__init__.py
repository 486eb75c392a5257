"""Working time: which days count, when a limit ends, how that was reckoned. Pure: no Django, no database."""

from bureau.org.worktime import moves
from bureau.org.worktime.counting import (
    add_workdays,
    end_of_day,
    local,
    months_later,
    nth_workdays,
    workdays_between,
)
from bureau.org.worktime.days import HOURS, ZONE, Calendar, DayOff, DayOn
from bureau.org.worktime.lights import light, workdays_left, yellow_until
from bureau.org.worktime.reckoning import Reckoning, due_time, fixed, reckon
from bureau.org.worktime.terms import Term

__all__ = [
    "HOURS",
    "ZONE",
    "Calendar",
    "DayOff",
    "DayOn",
    "Reckoning",
    "Term",
    "add_workdays",
    "due_time",
    "end_of_day",
    "fixed",
    "light",
    "local",
    "months_later",
    "moves",
    "nth_workdays",
    "reckon",
    "workdays_between",
    "workdays_left",
    "yellow_until",
]
