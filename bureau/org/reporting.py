"""隶属关系: which unit reports to which. The ground knows who is over whom; what follows from a change the storeys above know, and
each says so at the start of the application."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Following:
    """`concerned`: keys of the matters on which something follows from the lines as they are now, in their order; `follow` does it,
    and done again changes nothing."""

    concerned: Callable[[], list[int]]
    follow: Callable[[], None]


FOLLOWS: list[Following] = []


def concerned() -> set[int]:
    """Whoever holds other matters already locks these with them, in one order."""
    return {key for one in FOLLOWS for key in one.concerned()}


def lines_changed() -> None:
    """A superior was set or changed, or units were merged. Inside a transaction."""
    for one in FOLLOWS:
        one.follow()
