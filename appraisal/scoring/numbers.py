"""Numbers are decimal: read strictly, reckoned to 60 digits, kept to 20 places, rounded as the scheme says. No float."""

import re
from collections.abc import Callable
from decimal import (
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Context,
    Decimal,
    DecimalException,
    DivisionByZero,
    FloatOperation,
    InvalidOperation,
    Overflow,
    localcontext,
)
from functools import wraps
from typing import ParamSpec, TypeVar

from .faults import Wrong

P = ParamSpec("P")
R = TypeVar("R")
EXACT = Context(
    prec=60, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation, DivisionByZero, Overflow, FloatOperation]
)
KEPT, CLEAN = Decimal(1).scaleb(-20), Decimal(1).scaleb(-15)
LIMIT = Decimal(10) ** 15  # no count, sum or measure of a county has more digits
PLACES = 15  # after the point, of a number that is given
WRITTEN = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")
ROUNDINGS = {
    "half_up": ROUND_HALF_UP,
    "half_even": ROUND_HALF_EVEN,
    "down": ROUND_DOWN,
    "up": ROUND_UP,
}
NOUGHT, ONE, HUNDRED = Decimal(0), Decimal(1), Decimal(100)


def exactly(reckon: Callable[P, R]) -> Callable[P, R]:
    """Reckons in this module's context, whatever that of the caller is."""

    @wraps(reckon)
    def reckoned(*args: P.args, **kwargs: P.kwargs) -> R:
        with localcontext(EXACT):
            return reckon(*args, **kwargs)

    return reckoned


def number(raw: object) -> Decimal:
    """A whole number, a Decimal, or decimal digits as text. Raises Wrong for all else, and for a float above all."""
    if isinstance(raw, float):
        raise Wrong(f'不接受浮点数 {raw!r}，请用十进制数或文字写明，如 "0.1"')
    if isinstance(raw, str) and WRITTEN.fullmatch(raw.strip()):
        return Decimal(raw.strip())
    if isinstance(raw, bool) or not isinstance(raw, (int, Decimal)):
        raise Wrong(f"应为数字，现为 {told(raw)}")
    return _bounded(raw if isinstance(raw, Decimal) else _whole(raw))


def _whole(raw: int) -> Decimal:
    if abs(raw) >= LIMIT:
        raise Wrong("数字太大，整数部分最多 15 位")
    return Decimal(raw)


def _bounded(found: Decimal) -> Decimal:
    if not found.is_finite():
        raise Wrong("应为数字，不能是无穷大或非数")
    if abs(found) >= LIMIT:
        raise Wrong("数字太大，整数部分最多 15 位")
    written = found.as_tuple()
    if int(written.exponent) < -PLACES or len(written.digits) > 2 * PLACES:
        raise Wrong("数字太长，小数最多 15 位")
    return found


def told(raw: object) -> str:
    """A wrong value, short enough for a sentence."""
    words = (
        {None: "空", True: "true", False: "false"}.get(raw) if raw is None or isinstance(raw, bool) else None
    )
    if words is None and isinstance(raw, (dict, list)):
        words = "一组值"
    words = words or f"「{raw}」"
    return words if len(words) <= 30 else f"{words[:28]}…」"


def settle(value: Decimal) -> Decimal:
    """The unrounded value as it is kept: 20 places. The dust of a division goes, so that sums are the same in any order.

    Raises Wrong where the result is beyond all measure.
    """
    if abs(value) >= LIMIT:
        raise Wrong("算出的数太大")
    return value.quantize(KEPT).normalize() + NOUGHT


def clean(value: Decimal) -> Decimal:
    """To 15 places: what a sum of thirds lacks of the whole goes, before anything is compared, shown or rounded."""
    return value.quantize(CLEAN).normalize() + NOUGHT


def rounded(value: Decimal, places: int, rounding: str = "half_up") -> Decimal:
    """At so many places, by the mode that is named; nought has no sign."""
    found = value.quantize(ONE.scaleb(-places), rounding=ROUNDINGS[rounding])
    return found if found else abs(found)


def whole_steps(value: Decimal) -> Decimal:
    """How many whole steps lie in that."""
    return value.to_integral_value(rounding=ROUND_FLOOR)


def text(value: Decimal) -> str:
    """Decimal digits without an exponent and without idle noughts."""
    written = format(value, "f")
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written


__all__ = [
    "HUNDRED",
    "NOUGHT",
    "ONE",
    "ROUNDINGS",
    "DecimalException",
    "clean",
    "exactly",
    "number",
    "rounded",
    "settle",
    "text",
    "told",
    "whole_steps",
]
