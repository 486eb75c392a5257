"""Arithmetic in words: 「95 ÷ 100 × 10 = 9.5」. A long number is told to six places, and then it is about (≈) that."""

from collections.abc import Iterable
from decimal import Decimal

from .numbers import rounded, text

TOLD = 6  # places


def num(value: Decimal) -> str:
    return text(rounded(value, TOLD))


def is_short(value: Decimal) -> bool:
    return rounded(value, TOLD) == value


def equals(reckoned: str, value: Decimal) -> str:
    return f"{reckoned} {'=' if is_short(value) else '≈'} {num(value)}"


def percent(value: Decimal) -> str:
    return f"{'' if is_short(value) else '约'}{num(value)}%"


def minus(value: Decimal) -> str:
    """A number as an operand: a negative one in brackets."""
    return f"({num(value)})" if value < 0 else num(value)


def plus(parts: Iterable[Decimal]) -> str:
    """「3 + 2.5 + (-1)」"""
    return " + ".join(map(minus, parts))
