"""What the acts of the appraisal are written on."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bureau.demo import clock
from bureau.demo.cast import Cast
from bureau.org.models import Person

DESK, CHECKS, LEADER = "appraisal", "director", "magistrate"


@dataclass
class Stage:
    """`days`: working days from today. `acts`: what is played on which of them, at which share of the day."""

    cast: Cast
    days: clock.Days
    acts: list[tuple[int, float, Callable[[], object]]] = field(default_factory=list)

    @property
    def desk(self) -> Person:
        return self.cast.people[DESK]

    def at(self, number: int, play: Callable[[], object], share: float = 0.5) -> None:
        self.acts.append((number, share, play))
