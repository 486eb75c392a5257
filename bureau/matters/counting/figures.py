"""What figures of every room mean (facts §10): a share is never shown without its whole, and time that came due is told
from time that is still to come."""

from dataclasses import dataclass

from django.db.models import Case, Q, When

from bureau.matters.deadlines.lights import Lights, late_at
from bureau.matters.models import Phase

FEW = 5  # of so few a percentage says nothing


@dataclass(frozen=True)
class Ratio:
    """Numerator and denominator; never one without the other."""

    part: int
    whole: int

    @property
    def percent(self) -> int:
        """Whole percent, half up: 6 of 22 is 27, 1 of 8 is 13."""
        return (200 * self.part + self.whole) // (2 * self.whole) if self.whole else 0

    @property
    def tenths(self) -> str:
        """Percent to one decimal, half up: 17 of 222 is 「7.7」."""
        tenths = (2000 * self.part + self.whole) // (2 * self.whole) if self.whole else 0
        return f"{tenths // 10}.{tenths % 10}"

    @property
    def hundredths(self) -> str:
        """Percent to two decimals, half up: 50154 of 83218 is 「60.27」."""
        hundredths = (20000 * self.part + self.whole) // (2 * self.whole) if self.whole else 0
        return f"{hundredths // 100}.{hundredths % 100:02}"

    @property
    def few(self) -> bool:
        """Too few for a percentage to say anything."""
        return self.whole < FEW


def flag(condition: Q) -> Case:
    """A condition as a column of its own."""
    return Case(When(condition, then=True), default=False)


def came_due(at, to: str = "matter__") -> Q:
    """Matters whose time has come at the moment `at`."""
    return Q(**{f"{to}phase__in": [Phase.RUNNING, Phase.CLOSED], f"{to}due_at__lte": at})


def on_time(at, to: str = "matter__") -> Q:
    """Of those, what is closed and was finished by then."""
    return came_due(at, to) & Q(**{f"{to}phase": Phase.CLOSED}) & ~late_at(at, to)


def finished_late(at, to: str = "matter__") -> Q:
    """Of those, what is closed and was finished after it."""
    return came_due(at, to) & Q(**{f"{to}phase": Phase.CLOSED}) & late_at(at, to)


def handled(lights: Lights, to: str = "matter__") -> dict[str, Q]:
    """How what is to be handled stands at the moment of the lights."""
    return {
        "closed": Q(**{f"{to}phase": Phase.CLOSED}),
        "due": came_due(lights.now, to),
        "on_time": on_time(lights.now, to),
        "late": finished_late(lights.now, to),
        "overdue": lights.condition("overdue", to),
    }
