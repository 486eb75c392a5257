"""When a decision was registered, dispatched, due, finished — as in a county where most things are done in time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from bureau.org.worktime import end_of_day, local
from directives import flow

HISTORY = 1_500  # days back to the oldest decision
LATE = 0.12  # of what was closed came after its date
LIGHTS = {"red": 20, "yellow": 15, "green": 65}
LEFT = {"red": (-40, -1), "yellow": (0, 3), "green": (8, 90)}  # days from today to the due day


@dataclass(frozen=True)
class Dates:
    registered: datetime
    opened: datetime
    due: datetime
    finished: datetime
    closed: datetime


def dates(chance: Random, state: str, now: datetime) -> Dates:
    """The dates of a decision that is now in `state`; those that lie beyond its state mean nothing."""
    left = days_left(chance, state)
    due = end_of_day((local(now) + timedelta(days=left)).date())
    opened = now + timedelta(days=min(left, 0) - chance.randint(3, 45), minutes=-chance.randint(0, 400))
    finished = min(due + delay(chance, due - opened), now - timedelta(hours=2))
    registered = opened - timedelta(days=chance.randint(1, 3))
    return Dates(registered, opened, due, max(finished, opened), max(finished, opened) + timedelta(hours=1))


def days_left(chance: Random, state: str) -> int:
    if state in (flow.CLOSED, flow.VOID):
        return -chance.randint(30, HISTORY)
    (light,) = chance.choices(list(LIGHTS), list(LIGHTS.values()))
    return chance.randint(*LEFT[light])


def delay(chance: Random, term: timedelta) -> timedelta:
    """From the due time to the report: mostly before it."""
    late = chance.random() < LATE
    return timedelta(days=chance.randint(1, 20)) if late else -term * (chance.random() * 0.6)
