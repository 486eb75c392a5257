"""From what stands in a document to what is declared: every field is read, every fault is told with its place."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from .declaring import Declared, Param, params
from .faults import Place, Wrong
from .fields import READERS
from .numbers import told

T = TypeVar("T", bound=Declared)
DEEPEST = 12  # steps from the top of a document


def build(declared: type[T], raw: Any, place: Place) -> T | None:
    """The thing, or None where something is wrong with it; what, stands at `place`."""
    if len(place.way) > DEEPEST:
        place.says("套得太深")
        return None
    if not isinstance(raw, Mapping):
        place.says(f"应为一组名称和值，现为 {told(raw)}")
        return None
    before = len(place.faults)
    known = params(declared)
    _refuse_unknown(raw, known, place)
    values = {one.attribute: _read(raw, one, place) for one in known if one.name in raw or one.required}
    if len(place.faults) > before:
        return None
    built = declared(**values)
    for sentence in built.faults():
        place.says(sentence)
    return built if len(place.faults) == before else None


def _refuse_unknown(raw: Mapping[str, Any], known: tuple[Param, ...], place: Place) -> None:
    for name in raw:
        if all(one.name != name for one in known):
            place.says(f"不认识 {told(name)}，这里可写：{'、'.join(one.name for one in known) or '（无）'}")


def _read(raw: Mapping[str, Any], param: Param, place: Place) -> Any:
    if param.name not in raw:
        place.says(f"缺少 {param.name}（{param.label}）")
        return None
    found = raw[param.name]
    if found is None and not param.required:
        return param.default
    if param.type in NESTED:
        return NESTED[param.type](found, param, place)
    try:
        return READERS[param.type](found, param)
    except Wrong as wrong:
        place.says(f"{param.name}（{param.label}）{wrong}")
        return None


def _rows(raw: Any, param: Param, place: Place) -> tuple[Any, ...] | None:
    if not isinstance(raw, (list, tuple)):
        place.says(f"{param.name}（{param.label}）应为一列，现为 {told(raw)}")
        return None
    return build_rows(_class(param), raw, param.label, place)


def build_rows(of: type[T], raw: Sequence[Any], label: str, place: Place) -> tuple[T | None, ...]:
    return tuple(build(of, row, place.at(_called(of, row, label, at))) for at, row in enumerate(raw, 1))


def _called(of: type[Declared], row: Any, label: str, at: int) -> str:
    """「指标 B2」, and where there is no key to call it by, 「指标第2行」."""
    key = row.get("key") if isinstance(row, Mapping) else None
    name = of.noun or label
    return f"{name} {key}" if isinstance(key, str) and key and len(key) <= 40 else f"{name}第{at}行"


def _one(raw: Any, param: Param, place: Place) -> Any:
    return build(_class(param), raw, place.at(param.label))


def _class(param: Param) -> type[Declared]:
    assert param.of is not None
    return param.of()


def _rule(raw: Any, param: Param, place: Place) -> Any:
    from .rules import build_rule  # rules are read by this module themselves

    return build_rule(raw, place)


NESTED: dict[str, Callable[[Any, Param, Place], Any]] = {"rows": _rows, "one": _one, "rule": _rule}
