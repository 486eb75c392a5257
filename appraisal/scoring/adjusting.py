"""加减分: doubled for who has few tasks, capped each and together, added to what the indicators gave."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from .document import Adjustment, Entry, Scheme, Subject
from .numbers import NOUGHT, ONE, clean, rounded, settle
from .telling import equals, minus, num, plus

TWICE = Decimal(2)


@dataclass(frozen=True)
class Counted:
    """`points`: as entered; `counted`: after doubling and the cap of its kind."""

    entry: Entry
    declared: Adjustment
    points: Decimal
    counted: Decimal


@dataclass(frozen=True)
class Total:
    """`exact`: before it is rounded; None while values are missing."""

    base: Decimal | None
    bonus: Decimal
    deduction: Decimal
    exact: Decimal | None
    shown: Decimal | None
    counted: tuple[Counted, ...]
    steps: tuple[str, ...]


def total_of(scheme: Scheme, subject: Subject, base: Decimal | None) -> Total:
    steps: list[str] = []
    counted = _counted(scheme, subject, steps)
    bonus = _together("加分", [one.counted for one in counted if one.counted > 0], scheme.bonus_cap, steps)
    deduction = _together(
        "减分", [-one.counted for one in counted if one.counted < 0], scheme.deduction_cap, steps
    )
    if base is None:
        return Total(None, bonus, deduction, None, None, counted, tuple(steps))
    exact = base + bonus - deduction
    if bonus or deduction:
        added = f" + {num(bonus)}" if bonus else ""
        taken = f" − {num(deduction)}" if deduction else ""
        steps.append(equals(f"总分 {minus(base)}{added}{taken}", exact))
    exact = clean(_converted(scheme, exact, steps))
    shown = rounded(exact, scheme.places, scheme.rounding)
    if shown != exact:
        steps.append(f"{num(exact)} 保留 {scheme.places} 位小数，计 {num(shown)}")
    return Total(base, bonus, deduction, exact, shown, counted, tuple(steps))


def _counted(scheme: Scheme, subject: Subject, steps: list[str]) -> tuple[Counted, ...]:
    declared = {one.key: one for one in scheme.adjustments}
    entered = [(one, declared[one.key], _points(one, declared[one.key])) for one in subject.adjustments]
    times = _times(scheme, subject, sum((-points for _, _, points in entered if points < 0), NOUGHT), steps)
    used: dict[str, Decimal] = {}
    found = []
    for entry, of, points in entered:
        before = used.get(of.key, NOUGHT)
        used[of.key] = before + (points * times if points < 0 else points)
        found.append(Counted(entry, of, points, _within(used[of.key], of.cap) - _within(before, of.cap)))
    for key, total in used.items():
        if (cap := declared[key].cap) is not None and abs(total) > cap:
            steps.append(f"「{declared[key].name}」合计 {num(abs(total))}，最多 {num(cap)}，计 {num(cap)}")
    return tuple(found)


def _points(entry: Entry, declared: Adjustment) -> Decimal:
    return declared.points if entry.points is None else entry.points


def _times(scheme: Scheme, subject: Subject, deducted: Decimal, steps: list[str]) -> Decimal:
    """Two for who has fewer tasks than the scheme says, else one."""
    least = scheme.doubled_below
    if least is None or not deducted or subject.tasks is None or subject.tasks >= least:
        return ONE
    words = f"任务 {subject.tasks} 项，少于 {least} 项，减分加倍：{num(deducted)} × {num(TWICE)}"
    steps.append(equals(words, deducted * TWICE))
    return TWICE


def _within(points: Decimal, cap: Decimal | None) -> Decimal:
    return points if cap is None else max(min(points, cap), -cap)


def _together(what: str, points: Sequence[Decimal], cap: Decimal | None, steps: list[str]) -> Decimal:
    total = sum(points, NOUGHT)
    if len(points) > 1:
        steps.append(equals(f"{what}合计 {plus(points)}", total))
    if cap is None or total <= cap:
        return total
    steps.append(f"{what}合计 {num(total)}，最多 {num(cap)}，计 {num(cap)}")
    return cap


def _converted(scheme: Scheme, exact: Decimal, steps: list[str]) -> Decimal:
    if scheme.convert_to is None:
        return exact
    found = settle(exact * scheme.convert_to / scheme.full)
    words = (
        f"换算为满分 {num(scheme.convert_to)}：{minus(exact)} × {num(scheme.convert_to)} ÷ {num(scheme.full)}"
    )
    steps.append(equals(words, found))
    return found
