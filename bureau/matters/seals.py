"""Seals: what only who has the TIMELINE_KEY can write. A line's digest stands in the table for everybody to copy; what says
how many lines there are, and how many matters, has a seal that does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bureau.org.keyed import same as same
from bureau.org.keyed import seal as seal

if TYPE_CHECKING:
    from bureau.matters.models import Matter

TORN = "torn"
"""Takes the place of what came before where somebody has turned a cover or the register back: whoever writes next does not
seal that as if it were whole, and what they write says so for ever."""


def of_cover(pk: int, count: int, head: str, place: int | None, link: str) -> str:
    """How many lines a matter has and what its last one's digest is, and where it stands in the register."""
    return seal({"cover": pk, "count": count, "head": head, "place": place, "link": link})


def of_place(place: int, pk: int, before: str) -> str:
    """The link of a matter in the register to the one before it."""
    return seal({"place": place, "matter": pk, "before": before})


def of_register(count: int, head: str) -> str:
    """How many matters were ever registered, and the last one's link."""
    return seal({"register": count, "head": head})


def holds(matter: Matter) -> bool:
    """Whether the cover says what was sealed when its last line was written."""
    ends = matter.entry_count, matter.chain_head, matter.place, matter.link
    return same(matter.seal, of_cover(matter.pk, *ends))
