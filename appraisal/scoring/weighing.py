"""The tree as it stands for one subject; its points must add up at every level (rooms A16: 60 + 30 + 20 are not 100)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from .document import Item, Scheme, Subject
from .faults import Place
from .numbers import NOUGHT
from .telling import num, plus


def items_of(items: Sequence[Item], subject: Subject | None) -> list[Item]:
    """Those of one level that this subject is appraised by; without a subject, those that all are."""
    return [item for item in items if not item.only or (subject is not None and subject.key in item.only)]


def leaves_of(items: Sequence[Item], subject: Subject) -> Iterator[Item]:
    for item in items_of(items, subject):
        if item.rule is not None:
            yield item
        yield from leaves_of(item.items, subject)


def weigh(scheme: Scheme, subjects: Sequence[Subject], place: Place) -> None:
    """Tells what does not add up, once, and of whom where it is not alike for all; and rules that give more than there is."""
    _rules_fit(scheme.items, scheme.full, place.at("方案"))
    alike = not any(item.only for item in scheme.every_item())
    told: set[tuple[tuple[str, ...], str]] = set()
    for subject in (None,) if alike else subjects:
        for way, sentence in _off(scheme.items, scheme.full, ("方案",), "方案满分", subject):
            said = sentence if subject is None else f"对「{subject.name}」，{sentence}"
            if (way, said) not in told:
                told.add((way, said))
                place.at(*way).says(said)


def _off(
    items: Sequence[Item], mark: Decimal, way: tuple[str, ...], of: str, subject: Subject | None
) -> Iterator[tuple[tuple[str, ...], str]]:
    shown = items_of(items, subject)
    parts = [item.counts(mark) for item in shown]
    total = sum(parts, NOUGHT)
    if total != mark:
        sums = f"{plus(parts)} = {num(total)}" if len(parts) > 1 else num(total)
        yield way, f"各项分值之和应为 {num(mark)}（{of}），现为 {sums}"
    for item in shown:
        if item.items:
            yield from _off(item.items, item.own(mark), (*way, f"指标 {item.key}"), "本项分值", subject)


def _rules_fit(items: Sequence[Item], mark: Decimal, place: Place) -> None:
    for item in items:
        here = place.at(f"指标 {item.key}")
        if item.rule is not None:
            for sentence in item.rule.against(item.own(mark)):
                here.at(f"规则 {item.rule.kind}").says(sentence)
        _rules_fit(item.items, item.own(mark), here)


def leaf_marks(scheme: Scheme) -> Iterator[tuple[Item, Decimal]]:
    """Each indicator that has a rule, with the full mark it is scored by."""
    return _leaf_marks(scheme.items, scheme.full)


def _leaf_marks(items: Sequence[Item], mark: Decimal) -> Iterator[tuple[Item, Decimal]]:
    for item in items:
        if item.rule is not None:
            yield item, item.own(mark)
        yield from _leaf_marks(item.items, item.own(mark))
