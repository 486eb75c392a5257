"""2026 as announced (国办 2025-11-04), written out by hand: the yardstick, independent of any package."""

from datetime import date, timedelta

from bureau.org.worktime import Calendar, DayOff, DayOn

OFF = (
    ("元旦", (1, 1), (1, 3)),
    ("春节", (2, 15), (2, 23)),
    ("清明", (4, 4), (4, 6)),
    ("劳动节", (5, 1), (5, 5)),
    ("端午", (6, 19), (6, 21)),
    ("中秋", (9, 25), (9, 27)),
    ("国庆节", (10, 1), (10, 7)),
)
ON = (
    ("元旦", (1, 4)),
    ("春节", (2, 14)),
    ("春节", (2, 28)),
    ("劳动节", (5, 9)),
    ("国庆节", (9, 20)),
    ("国庆节", (10, 10)),
)


def days_off() -> dict[date, str]:
    """Every day of the announced holidays with its feast."""
    named = {}
    for feast, first, last in OFF:
        day = date(2026, *first)
        while day <= date(2026, *last):
            named[day] = feast
            day += timedelta(days=1)
    return named


def days_on() -> dict[date, str]:
    """The weekend days that are worked, with the feast they make up for."""
    return {date(2026, *day): feast for feast, day in ON}


def calendar(**changes) -> Calendar:
    """2026 and nothing else is known."""
    exceptions = {day: DayOff(feast) for day, feast in days_off().items()}
    exceptions |= {day: DayOn(feast) for day, feast in days_on().items()}
    return Calendar(**{"exceptions": exceptions, "known_years": frozenset({2026})} | changes)
