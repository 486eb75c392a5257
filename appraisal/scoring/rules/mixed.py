"""混合比例: several completion ratios, weighted and added up, capped together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..declaring import REQUIRED, Declared, key, number, numbers, rows, text
from ..faults import Wrong
from ..numbers import HUNDRED, NOUGHT
from ..telling import equals, num, percent
from .base import Outcome, Rule, repeated, unknown


@dataclass(frozen=True, kw_only=True)
class Part(Declared):
    noun = "分项"
    key: str = key("代号")
    name: str = text("名称")
    weight: Decimal = number("权重", unit="%", above=NOUGHT)
    target: Decimal | None = number("目标值", None, above=NOUGHT)


@dataclass(frozen=True, kw_only=True)
class Several(Declared):
    values: Mapping[str, Decimal] = numbers("各分项完成值")
    targets: Mapping[str, Decimal] = numbers("各分项本单位目标值", None)


@dataclass(frozen=True, kw_only=True)
class Mixed(Rule[Several, None]):
    kind, label, asks, rises = "mixed", "混合比例", Several, 1
    parts: tuple[Part, ...] = rows("分项", lambda: Part, REQUIRED)
    cap: Decimal = number("合计最高按", 100, unit="%", above=NOUGHT)
    part_cap: Decimal | None = number("每个分项最高按", None, unit="%", above=NOUGHT)

    def faults(self) -> Iterator[str]:
        yield from repeated(self.parts)
        total = sum((part.weight for part in self.parts), NOUGHT)
        if total != HUNDRED:
            yield f"各分项权重之和应为 100，现为 {num(total)}"

    def words(self) -> str:
        parts = "、".join(f"{part.name}占{num(part.weight)}%" for part in self.parts)
        each = "" if self.part_cap is None else f"，单项完成率最高按{num(self.part_cap)}%计"
        return f"按各分项完成率加权计分（{parts}）{each}，合计最高按{num(self.cap)}%计"

    def refuses(self, given: Several) -> Iterator[str]:
        yield from unknown(given.values, self.parts, "分项")
        yield from unknown(given.targets or {}, self.parts, "分项")
        for part in self.parts:
            if part.key not in given.values:
                yield f"缺少分项「{part.key}」（{part.name}）的完成值"

    def score(self, full: Decimal, given: Several, known: None) -> Outcome:
        steps: list[str] = []
        reached = sum((self._part(part, given, steps) for part in self.parts), NOUGHT)
        counted = min(max(reached, NOUGHT), self.cap)
        if counted != reached:
            steps.append(f"合计 {percent(reached)}，按 {num(counted)}% 计")
        points = counted * full / HUNDRED
        return Outcome(points, (*steps, equals(f"{percent(counted)} × {num(full)}", points)))

    def _part(self, part: Part, given: Several, steps: list[str]) -> Decimal:
        target = (given.targets or {}).get(part.key, part.target)
        if target is None or target <= 0:
            raise Wrong(f"分项「{part.key}」（{part.name}）没有大于 0 的目标值")
        value = given.values[part.key]
        weighted = value * part.weight / target
        steps.append(
            equals(f"{part.name} {num(value)} ÷ {num(target)} × {num(part.weight)}%", weighted) + "%"
        )
        most = None if self.part_cap is None else self.part_cap * part.weight / HUNDRED
        if most is None or weighted <= most:
            return weighted
        steps.append(f"{part.name}完成率按 {num(self.part_cap or HUNDRED)}% 计，为 {num(most)}%")
        return most
