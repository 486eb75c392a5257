"""序时进度: what a number should have reached by a day, and how far what was reported lies behind. Pure; days are whole days."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

TENTH = Decimal("0.1")
BEHIND, FAR_BEHIND = (
    10,
    30,
)  # percentage points behind the plan, from which a light is yellow, beyond which red (facts §2.4)


@dataclass(frozen=True)
class Pace:
    """The plan of a number from `base` to `target`. `points`: the days with what is planned by then, the first where it
    begins, the last where the target is due. `ceiling`: it has no way to go and is only not to be exceeded."""

    base: Decimal
    target: Decimal
    points: Sequence[tuple[date, Decimal]]
    ceiling: bool = False

    @property
    def start(self) -> date:
        return self.points[0][0]

    @property
    def end(self) -> date:
        return self.points[-1][0]

    def planned(self, day: date) -> Fraction:
        """Evenly by days between two points; before the first and after the last what stands there."""
        days = [when for when, _value in self.points]
        place = bisect_right(days, day)
        if place in (0, len(days)):
            return Fraction(self.points[0 if place == 0 else -1][1])
        (since, before), (until, after) = self.points[place - 1], self.points[place]
        return Fraction(before) + Fraction(after - before) * (day - since).days / (until - since).days

    def share(self, value: Decimal | Fraction) -> Fraction:
        """Of the way from base to target, in percent; more than 100 beyond it."""
        if self.ceiling:
            return Fraction(100) if value <= self.target else 100 * Fraction(self.target) / Fraction(value)
        return 100 * (Fraction(value) - Fraction(self.base)) / (Fraction(self.target) - Fraction(self.base))

    def behind(self, value: Decimal, day: date) -> Fraction:
        """Percentage points that `value` lies behind the plan of that day; negative where it is ahead."""
        planned = Fraction(100) if self.ceiling else self.share(self.planned(day))
        return planned - self.share(value)

    def turns(self, value: Decimal, told: Callable[[Fraction], bool]) -> date | None:
        """The first day on which a number that stays at `value` lies so far behind that `told` says so; the plan never
        falls back, so it is sought by halves. None: it never does."""
        length = (self.end - self.start).days
        if not told(self.behind(value, self.end)):
            return None
        days = [self.start + timedelta(days=count) for count in range(length + 1)]
        return days[bisect_left(days, True, key=lambda day: told(self.behind(value, day)))]


def is_behind(points: Fraction) -> bool:
    return points >= BEHIND


def is_far_behind(points: Fraction) -> bool:
    return points > FAR_BEHIND


def tenths(points: Fraction) -> Decimal:
    """Rounded towards zero, so that 9.96 are not told as the 10 from which a light turns."""
    exact = Decimal(points.numerator) / Decimal(points.denominator)
    return exact.quantize(TENTH, rounding=ROUND_DOWN)


def rounded(value: Fraction) -> Decimal:
    """A planned number as one names it: to one decimal."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(TENTH, rounding=ROUND_HALF_UP)


def percent(share: Fraction) -> str:
    """「75%」「62.1%」: half up, without an idle zero."""
    return f"{rounded(share)}".removesuffix(".0") + "%"
