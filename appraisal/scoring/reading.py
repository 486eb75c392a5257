"""A document, read whole: the scheme, the subjects, and what each gives for each indicator. All faults are told at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .building import build, build_rows
from .declaring import Declared
from .document import Item, Scheme, Subject
from .faults import Place, Refused
from .numbers import told
from .rules.base import Rule, repeated
from .telling import num
from .weighing import leaf_marks, leaves_of, weigh

FORMAT = 1
PARTS = ("format", "scheme", "subjects")
STATUSES = ("given", "late", "not_applicable", "missing")
MEASURED = STATUSES[:2]


@dataclass(frozen=True)
class Value:
    """What one subject gives for one indicator. `given`: the inputs of its rule, None where there are none."""

    status: str
    given: Declared | None = None


Values = Mapping[str, Value]  # indicator → value


@dataclass(frozen=True)
class Read:
    """`values`: by the subject's key; each has one for each of its indicators with a rule."""

    scheme: Scheme
    subjects: tuple[Subject, ...]
    values: Mapping[str, Values]


def read(raw: Any) -> Read:
    """Raises Refused."""
    place = Place()
    scheme, subjects = _parts(raw, place)
    found = [subject for subject in subjects if subject is not None]
    for sentence in repeated(found):
        place.at("对象").says(sentence)
    if scheme is None or place.faults:
        raise Refused(place.faults)
    weigh(scheme, found, place)
    values = {subject.key: _values(scheme, subject, place.at(f"对象 {subject.key}")) for subject in found}
    for subject in found:
        _check_adjustments(scheme, subject, place.at(f"对象 {subject.key}"))
    if place.faults:
        raise Refused(place.faults)
    return Read(scheme, tuple(found), values)


def _parts(raw: Any, place: Place) -> tuple[Scheme | None, tuple[Subject | None, ...]]:
    if not isinstance(raw, Mapping):
        place.says(f"文件应为一组名称和值，现为 {told(raw)}")
        return None, ()
    for name in raw:
        if name not in PARTS:
            place.says(f"不认识 {told(name)}，这里可写：{'、'.join(PARTS)}")
    if raw.get("format") != FORMAT or isinstance(raw.get("format"), bool):
        place.says(f"format 应为 {FORMAT}，现为 {told(raw.get('format'))}")
    scheme = build(Scheme, raw.get("scheme"), place.at("方案"))
    subjects = raw.get("subjects")
    if not isinstance(subjects, (list, tuple)):
        place.says(f"subjects 应为一列，现为 {told(subjects)}")
        return scheme, ()
    return scheme, build_rows(Subject, subjects, Subject.noun, place)


def _values(scheme: Scheme, subject: Subject, place: Place) -> Values:
    leaves = {item.key: item for item in leaves_of(scheme.items, subject)}
    own = {item.key: mark for item, mark in leaf_marks(scheme)}
    for key in subject.values:
        if key not in leaves:
            place.says(f"数据里的「{key}」不是本对象的计分指标")
    return {
        key: _value(item, own[key], subject.values.get(key), place.at(f"指标 {key}"))
        for key, item in leaves.items()
    }


def _value(item: Item, own: Decimal, raw: Any, place: Place) -> Value:
    if raw is None:
        return Value("missing")
    if not isinstance(raw, Mapping):
        place.says(f"应为一组名称和值，现为 {told(raw)}")
        return Value("missing")
    status = raw.get("status", "given")
    if status not in STATUSES:
        place.says(f"status 应为 {'、'.join(STATUSES)} 之一，现为 {told(status)}")
        return Value("missing")
    inputs = {name: value for name, value in raw.items() if name != "status"}
    if status not in MEASURED:
        if inputs:
            place.says(
                f"{'不适用' if status == 'not_applicable' else '缺少数据'}的，不应再有数据：{'、'.join(map(str, inputs))}"
            )
        return Value(status)
    return Value(status, read_inputs(item.rule, inputs, own, place))


def read_inputs(rule: Rule | None, raw: Any, full: Decimal | None, place: Place) -> Declared | None:
    """What one subject gives, for an indicator with this full mark; without it, that is not looked at."""
    if rule is None:
        return None
    given = build(rule.asks, raw, place)
    if given is not None:
        for sentence in rule.refuses(given):
            place.says(sentence)
        for sentence in rule.over(full, given) if full is not None else ():
            place.says(sentence)
    return given


def _check_adjustments(scheme: Scheme, subject: Subject, place: Place) -> None:
    known = {one.key: one for one in scheme.adjustments}
    for entry in subject.adjustments:
        if (declared := known.get(entry.key)) is None:
            place.says(f"方案里没有加减分项「{entry.key}」")
        elif entry.points is not None and entry.points * declared.points < 0:
            sign = "加" if declared.points > 0 else "减"
            place.at(f"加减分 {entry.key}").says(
                f"「{declared.name}」是{sign}分项，分值 {num(entry.points)} 的正负号不对"
            )
