"""What every rule is: declared parameters, a sentence, the inputs it asks for, and points with their arithmetic."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from ..declaring import Choices, Declared, number
from ..numbers import NOUGHT
from ..telling import num

G = TypeVar("G", bound=Declared)  # what is given for one subject
C = TypeVar("C")  # what is known of its whole class
STEPS: Choices = (("proportional", "按比例"), ("whole", "满一个才计"))
BETTER: Choices = (("more", "越多越好"), ("less", "越少越好"))


@dataclass(frozen=True)
class Outcome:
    """`points`: None where they cannot be given, and the last step says why."""

    points: Decimal | None
    steps: tuple[str, ...]


class Rule(Declared, Generic[G, C]):
    """One kind of rule. `rises`: whether more gives more (1), or less (-1), or neither (0); `label`: its Chinese name."""

    kind: ClassVar[str]
    label: ClassVar[str]
    asks: ClassVar[type[Declared]]
    rises: ClassVar[int] = 0

    def words(self) -> str:
        """The rule as a sentence for tables and papers, without its full stop."""
        raise NotImplementedError

    def against(self, full: Decimal) -> Iterator[str]:
        """What of it does not fit an indicator with this full mark."""
        return iter(())

    def refuses(self, given: G) -> Iterator[str]:
        """What the inputs of one subject say that this rule does not know."""
        return iter(())

    def over(self, full: Decimal, given: G) -> Iterator[str]:
        """What the inputs of one subject say that is more than this full mark allows."""
        return iter(())

    def of_class(self, given: Sequence[G]) -> C | None:
        """What must be known of all of a class; asked once for each class. `given`: of those that are ranked."""
        return None

    def score(self, full: Decimal, given: G, known: C | None) -> Outcome:
        """Points for one subject. Raises Wrong where the inputs cannot be reckoned with."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Measured(Declared):
    value: Decimal = number("完成值")


@dataclass(frozen=True, kw_only=True)
class Targeted(Declared):
    value: Decimal = number("完成值")
    target: Decimal | None = number("本单位目标值", None, help="与方案不同时填写")


class Keyed(Protocol):
    @property
    def key(self) -> str: ...


def repeated(rows: Iterable[Keyed]) -> Iterator[str]:
    """A sentence for each key that stands twice."""
    seen: set[str] = set()
    for row in rows:
        if row.key in seen:
            yield f"代号 {row.key} 重复"
        seen.add(row.key)


def unknown(given: Mapping[str, Any], rows: Iterable[Keyed], what: str) -> Iterator[str]:
    """A sentence for each key that the rule has not."""
    known = [row.key for row in rows]
    for key in given:
        if key not in known:
            yield f"没有{what}「{key}」，只有：{'、'.join(known)}"


def more_than(full: Decimal, points: Sequence[Decimal]) -> Iterator[str]:
    """A sentence where one of a rule's points is more than there is."""
    if max(points, default=NOUGHT) > full:
        yield f"得分 {num(max(points))} 超过满分 {num(full)}"


def at_least(points: Decimal, floor: Decimal, steps: list[str]) -> Decimal:
    if points >= floor:
        return points
    steps.append(f"不低于 {num(floor)} 分，计 {num(floor)}")
    return floor


def at_most(points: Decimal, cap: Decimal | None, steps: list[str]) -> Decimal:
    if cap is None or points <= cap:
        return points
    steps.append(f"最高 {num(cap)} 分，计 {num(cap)}")
    return cap
