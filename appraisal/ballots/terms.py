"""What a ballot may be marked with, and which ballots do not count. Pure: no Django, no database, Decimal."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

Marks = Sequence[int]  # a number for each row: of the option that is marked, from 1; 0: left blank
BLANK = 0


@dataclass(frozen=True)
class Option:
    name: str
    value: Decimal


USUAL = tuple(
    Option(name, Decimal(value))
    for name, value in (("优秀", 100), ("称职", 80), ("基本称职", 60), ("不称职", 40))
)


@dataclass(frozen=True)
class Terms:
    """`options`: the best first. A limit that is None is none. Of a single row only a blank ballot is invalid."""

    options: tuple[Option, ...]
    high_from: Decimal = Decimal(90)
    high_most: int | None = None
    low_below: Decimal = Decimal(70)
    low_least: int | None = None
    refuse_equal: bool = False
    refuse_full: bool = False

    def why_invalid(self, marks: Marks) -> str:
        """A clause that says why the ballot does not count; empty where it does. What is blank is an abstention in that row."""
        given = [mark for mark in marks if mark != BLANK]
        if not given:
            return "一项也没有选"
        if len(marks) == 1:
            return ""
        return self._by_values([self.options[mark - 1].value for mark in given], len(given) == len(marks))

    def _by_values(self, values: list[Decimal], complete: bool) -> str:
        high = sum(value >= self.high_from for value in values)
        low = sum(value < self.low_below for value in values)
        if self.high_most is not None and high > self.high_most:
            return f"{self.high_from.normalize():f}分及以上的选了{high}个，最多{self.high_most}个"
        if self.low_least is not None and low < self.low_least:
            return f"{self.low_below.normalize():f}分以下的选了{low}个，至少{self.low_least}个"
        if self.refuse_full and complete and all(value == self.options[0].value for value in values):
            return f"全部选了“{self.options[0].name}”"
        if self.refuse_equal and complete and len(set(values)) == 1:
            return "全部选了同一项"
        return ""

    def words(self) -> list[str]:
        """The rule of invalid ballots, a clause each."""
        found = ["一项也没有选的"]
        if self.high_most is not None:
            found.append(f"{self.high_from.normalize():f}分及以上超过{self.high_most}个的")
        if self.low_least is not None:
            found.append(f"{self.low_below.normalize():f}分以下不足{self.low_least}个的")
        if self.refuse_full:
            found.append(f"全部选“{self.options[0].name}”的")
        if self.refuse_equal:
            found.append("全部选同一项的")
        return found
