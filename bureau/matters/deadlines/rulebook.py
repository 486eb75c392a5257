"""The limits table and the calendar in force, asked once for everything that is done inside `same_rules`."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from bureau.jobs.barred import Barred
from bureau.org.calendar import current_calendar
from bureau.org.limits import Limits


class RulesChanged(Barred):
    """The rules were edited while many deadlines were being reckoned by them."""


class Rules:
    def __init__(self) -> None:
        self.calendar, self.limits = current_calendar(), Limits()

    @property
    def still_hold(self) -> bool:
        now = Rules()
        return (now.calendar, now.limits.terms) == (self.calendar, self.limits.terms)


_held: ContextVar[Rules | None] = ContextVar("rules", default=None)


def rules() -> Rules:
    """Those held by `same_rules`; outside of it as the tables stand now."""
    return _held.get() or Rules()


@contextmanager
def same_rules() -> Iterator[None]:
    """All deadlines inside are reckoned by the same rules, read once.

    Inside a transaction: at the end it raises RulesChanged where they were edited meanwhile, for whoever
    edited them has recounted only what was committed."""
    held = Rules()
    before = _held.set(held)
    try:
        yield
    finally:
        _held.reset(before)
    if not held.still_hold:
        raise RulesChanged("办理期间工作日历或办理时限有改动，本批没有办理任何一件，请再办一次。")
