"""The axis of values: from zero to a round number, in round steps."""

from dataclasses import dataclass
from math import ceil, floor, log10

ROUND = (1, 2, 2.5, 5, 10)
STEPS = 5


@dataclass(frozen=True)
class Scale:
    """Values 0 … `top` on `length` pt, with a tick each `step`."""

    top: float
    step: float
    length: float

    def at(self, value: float) -> float:
        """The distance from zero, in pt."""
        return value / self.top * self.length

    @property
    def ticks(self) -> list[float]:
        return [self.step * number for number in range(round(self.top / self.step) + 1)]


def scale_for(values, length: float, whole: bool) -> Scale:
    """`whole`: counts, which have no half ticks."""
    most = max([value for value in values if value is not None], default=0) or 1
    rough = most / STEPS
    power = 10 ** floor(log10(rough))
    step = next(factor * power for factor in ROUND if factor * power >= rough)
    step = max(1, ceil(step)) if whole else step
    return Scale(step * ceil(most / step), step, length)


def shown(value: float) -> str:
    """「12」「3.5」."""
    return f"{value:.1f}".removesuffix(".0")
