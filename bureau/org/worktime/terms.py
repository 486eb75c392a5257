"""A limit as people write it: 「2 小时（工作时间）」「15 日」「5 个工作日」「1 个月」."""

from dataclasses import dataclass
from typing import Literal, get_args

Unit = Literal["hours", "days", "workdays", "months"]
WORDS = {"hours": "{} 小时（工作时间）", "days": "{} 日", "workdays": "{} 个工作日", "months": "{} 个月"}


@dataclass(frozen=True)
class Term:
    """`amount` ≥ 1 of `unit`: working hours, calendar days (日), working days (工作日) or months."""

    amount: int
    unit: Unit

    def __post_init__(self):
        if self.unit not in get_args(Unit):
            raise ValueError(f"unknown unit of time: {self.unit!r}")
        if self.amount < 1:
            raise ValueError(f"a limit is at least 1, not {self.amount}")

    def __str__(self) -> str:
        return WORDS[self.unit].format(self.amount)
