"""One field by itself: what stands in the document, as the value it is. Each raises Wrong."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from .declaring import Param
from .faults import Wrong
from .numbers import NOUGHT, number, told

LONGEST = 500  # characters of a name, a reason, an expression
Reader = Callable[[Any, Param], Any]


def _number(raw: Any, param: Param) -> Decimal:
    found = number(raw)
    if param.low is not None and found < param.low:
        raise Wrong(f"不能小于 {param.low}")
    if param.above is not None and found <= param.above:
        raise Wrong(f"应大于 {param.above}")
    return found


def _whole(raw: Any, param: Param) -> int:
    found = _number(raw, param)
    if found != found.to_integral_value():
        raise Wrong(f"应为整数，现为 {told(raw)}")
    return int(found)


def _rate(raw: Any, param: Param) -> tuple[Decimal, Decimal]:
    """A share as numerator and denominator: a number is in percent, 「1/3」 is a third."""
    if isinstance(raw, str) and "/" in raw:
        top, _, bottom = raw.partition("/")
        share = number(top), number(bottom)
        if share[1] <= 0:
            raise Wrong("的分母应大于 0")
        return share
    return number(raw), Decimal(100)


def _text(raw: Any, param: Param) -> str:
    if not isinstance(raw, str) or (param.required and not raw.strip()):
        raise Wrong(f"应为文字，现为 {told(raw)}")
    if len(raw) > LONGEST:
        raise Wrong(f"太长，最多 {LONGEST} 个字")
    return raw


def _choice(raw: Any, param: Param) -> str:
    keys = [key for key, _ in param.choices]
    if raw not in keys:
        raise Wrong(f"应为 {'、'.join(filter(None, keys))} 之一，现为 {told(raw)}")
    return str(raw)


def _flag(raw: Any, param: Param) -> bool:
    if not isinstance(raw, bool):
        raise Wrong(f"应为 true 或 false，现为 {told(raw)}")
    return raw


def _list(raw: Any, param: Param) -> tuple[Decimal, ...]:
    if not isinstance(raw, (list, tuple)):
        raise Wrong(f"应为一列数字，现为 {told(raw)}")
    return tuple(_number(one, param) for one in raw)


def _texts(raw: Any, param: Param) -> tuple[str, ...]:
    if not isinstance(raw, (list, tuple)):
        raise Wrong(f"应为一列文字，现为 {told(raw)}")
    return tuple(_text(one, param) for one in raw)


def _late(raw: Any, param: Param) -> Decimal:
    """What is taken for coming late: nothing where it counts like others."""
    if raw == "count":
        return NOUGHT
    if not isinstance(raw, Mapping) or set(raw) != {"deduct"}:
        raise Wrong(f'应为 "count" 或 {{"deduct": 分}}，现为 {told(raw)}')
    return _number(raw["deduct"], replace(param, low=NOUGHT))


def _map(raw: Any, read: Reader, param: Param) -> Mapping[str, Any]:
    if not isinstance(raw, Mapping):
        raise Wrong(f"应为一组名称和值，现为 {told(raw)}")
    return MappingProxyType({str(key): read(value, param) for key, value in raw.items()})


READERS: dict[str, Reader] = {
    "number": _number,
    "whole": _whole,
    "rate": _rate,
    "text": _text,
    "key": _text,
    "choice": _choice,
    "flag": _flag,
    "late": _late,
    "list": _list,
    "texts": _texts,
    "numbers": lambda raw, param: _map(raw, _number, param),
    "lists": lambda raw, param: _map(raw, _list, param),
    "groups": lambda raw, param: _map(raw, lambda one, at: _map(one, _number, at), param),
    "raw": lambda raw, param: _map(raw, lambda one, at: one, param),
}
