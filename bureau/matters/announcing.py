"""What a bulletin made known of a matter, and what follows when that does not stand any more: the room says so, whoever keeps the
bulletins has said what follows."""

from collections.abc import Callable, Collection

from bureau.matters.models import Matter

RECALLING: list[Callable[[Matter, Collection[int], str], None]] = []


def recall(matter: Matter, decided: Collection[int], why: str) -> None:
    """These decisions of it (keys of the room) do not stand as they were made known; `why`: in words that may be printed. In the
    transaction of the room's verb."""
    for follow in RECALLING:
        follow(matter, decided, why)
