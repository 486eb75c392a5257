"""How a room's matters are answered to the leader whose word they follow, round by round: by a paper (专报) that is drafted,
signed and issued on a storey above."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from bureau.matters.models import Matter
from bureau.press.wording.words import Words


@dataclass(frozen=True)
class Answering:
    """Of a room's matters, by their covers and the number of the round.

    `awaited`: the keys of those whose result waits to be answered. `round`: which is handled now, or was at last. `leader`:
    whose word it was, by post. `title`, `compose`: what a draft begins with. `facts`: label and text of what the sheet that
    travels with it says; empty ones are left out. `present`: the paper of this number was laid before the leader.
    `taken_back`: keys of the steps by which the leader's word of the fact `round` is taken back."""

    awaited: Callable[[], QuerySet]
    round: Callable[[Matter], int]
    leader: Callable[[Matter, int], str]
    title: Callable[[Matter, int], str]
    compose: Callable[[Matter, int], Words]
    facts: Callable[[Matter, int], Iterable[tuple[str, str]]]
    present: Callable[[Matter, str, datetime], object]
    taken_back: tuple[str, ...] = ()

    def awaits(self, matter: Matter, number: int) -> bool:
        """Whether the result of this very round waits to be answered."""
        return self.awaited().filter(pk=matter.pk).exists() and self.round(matter) == number
