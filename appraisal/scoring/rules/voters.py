"""评价: groups of voters with weights, by ballots for options (100/80/60/40) or by marks. A group without ballots leaves its weight to the others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..declaring import Declared, key, number, text
from ..numbers import HUNDRED, NOUGHT
from ..telling import equals, num
from .base import Outcome, repeated

Found = tuple["Voters", Decimal]  # a group and what it says


@dataclass(frozen=True, kw_only=True)
class Voters(Declared):
    noun = "评价组"
    key: str = key("代号")
    name: str = text("名称")
    weight: Decimal = number("权重", unit="%", above=NOUGHT)


def group_faults(groups: Sequence[Voters]) -> Iterator[str]:
    yield from repeated(groups)
    total = sum((group.weight for group in groups), NOUGHT)
    if total != HUNDRED:
        yield f"各评价组权重之和应为 100，现为 {num(total)}"


def groups_in_words(groups: Sequence[Voters]) -> str:
    return "、".join(f"{group.name}占{num(group.weight)}%" for group in groups)


def weighted(groups: Sequence[Voters], found: Sequence[Found], steps: list[str]) -> Decimal:
    """What the groups say together, of 100 or of whatever they voted by."""
    silent = [group.name for group in groups if group.key not in {one.key for one, _ in found}]
    present = sum((group.weight for group, _ in found), NOUGHT)
    if silent:
        steps.append(f"{'、'.join(silent)}没有有效票，权重摊到其他组，其他组权重共 {num(present)}%")
    total = sum((said * group.weight for group, said in found), NOUGHT)
    parts = [f"{num(said)} × {num(group.weight)}%" for group, said in found]
    if len(found) > 1 or silent:
        over = f"({' + '.join(parts)}) ÷ {num(present)}%" if silent else " + ".join(parts)
        steps.append(equals(f"加权 {over}", total / present))
    return total / present


def brought(points: Decimal, full: Decimal, of: Decimal, steps: list[str]) -> Outcome:
    if full == of:
        return Outcome(points, tuple(steps))
    steps.append(equals(f"{num(points)} × {num(full)} ÷ {num(of)}", points * full / of))
    return Outcome(points * full / of, tuple(steps))
