"""影响期: how long a measure weighs on its bearer, told like a deadline. Pure: dates in, dates and sentences out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bureau.org.worktime import months_later

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Effect:
    """One measure: from the day of the decision, for so many months; `last`: its last day."""

    label: str
    months: int
    first: date

    @property
    def last(self) -> date:
        return last_day(self.first, self.months)

    @property
    def sentence(self) -> str:
        return f"{self.label}：自{self.first:%Y-%m-%d}起{self.months}个月，至{self.last:%Y-%m-%d}。"


@dataclass(frozen=True)
class Period:
    """`until`: the last day of the longest; None where nothing has an effect."""

    first: date
    until: date | None
    sentences: tuple[str, ...]


def last_day(first: date, months: int) -> date:
    """The day before the same day so many months later; where that month has no such day, its last one (rooms §15.2)."""
    nominal = months_later(first, months)
    return nominal - DAY if nominal.day == first.day else nominal


def period(decided_on: date, measures: Iterable[tuple[str, int]]) -> Period:
    """`measures`: label and months of each. Several at once run together: the longest rules."""
    effects = [Effect(label, months, decided_on) for label, months in measures if months]
    if not effects:
        return Period(decided_on, None, ("所采取的方式没有规定影响期。",))
    longest = max(effects, key=lambda one: one.last)
    told = [one.sentence for one in effects]
    if len(effects) > 1:
        told.append(f"合并使用的，从决定之日同时起算，以最长的为准：{longest.label}。")
    told.append(f"影响期最后一日为{longest.last:%Y-%m-%d}；{longest.last + DAY:%Y-%m-%d}起可以解除。")
    return Period(decided_on, longest.last, tuple(told))


def runs_on(day: date, first: date | None, until: date | None) -> bool:
    """Whether an effect period is running on that day, its last day included."""
    return first is not None and until is not None and first <= day <= until
