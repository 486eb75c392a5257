"""The steps that have a limit. Whoever owes a step declares it, from the hall up; the ground knows its words and the
limits that a new installation starts with."""

from dataclasses import dataclass

ANY = ""  # for every urgency that has no limit of its own
HOURS, DAYS, WORKDAYS, MONTHS = "hours", "days", "workdays", "months"  # of working time, 日, 个工作日, 个月


@dataclass(frozen=True)
class Limited:
    """`defaults`: amount and unit by urgency."""

    key: str
    label: str
    defaults: dict[str, tuple[int, str]]


STEPS: dict[str, Limited] = {}
OF_ROOM: dict[
    tuple[str, str], dict[str, tuple[int, str]]
] = {}  # by room and step, where that room has its own


def declare(key: str, label: str, defaults: dict[str, tuple[int, str]]) -> None:
    """A step of that key has a limit. Declared again it must say the same, else LookupError."""
    step = Limited(key, label, defaults)
    if STEPS.setdefault(key, step) != step:
        raise LookupError(f"the step {key} is declared twice, and not alike")


def declare_in(room: str, key: str, defaults: dict[str, tuple[int, str]]) -> None:
    """In that room the step starts with other limits than elsewhere."""
    OF_ROOM[room, key] = defaults


def choices() -> list[tuple[str, str]]:
    """Key and label of each step, in the order in which they were declared."""
    return [(step.key, step.label) for step in STEPS.values()]
