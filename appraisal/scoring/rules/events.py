"""按次计分: so many points off for each event, or on for each, capped; and an event that leaves nothing once it comes too often."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..declaring import REQUIRED, Declared, key, number, numbers, rows, text, whole
from ..numbers import NOUGHT, ONE
from ..telling import equals, minus, num
from .base import Outcome, Rule, at_least, at_most, repeated, unknown


@dataclass(frozen=True, kw_only=True)
class Counts(Declared):
    counts: Mapping[str, Decimal] = numbers("各种情形的次数", low=NOUGHT)


@dataclass(frozen=True, kw_only=True)
class Event(Declared):
    noun = "情形"
    key: str = key("代号")
    name: str = text("名称")
    points: Decimal = number("每次分值", low=NOUGHT)
    most: Decimal | None = number("最多扣分", None, low=NOUGHT)
    nothing_from: int | None = whole("几次以上此项不得分", None, low=ONE)


@dataclass(frozen=True, kw_only=True)
class Gain(Declared):
    noun = "情形"
    key: str = key("代号")
    name: str = text("名称")
    points: Decimal = number("每次分值", help="减分写负数")
    most: Decimal | None = number("最多计", None, low=NOUGHT)


def whole_counts(given: Counts) -> Iterator[str]:
    for name, count in given.counts.items():
        if count != count.to_integral_value():
            yield f"「{name}」的次数应为整数，现为 {num(count)}"


@dataclass(frozen=True, kw_only=True)
class Deduct(Rule[Counts, None]):
    """From the full mark, or from what is declared, down to the floor."""

    kind, label, asks = "deduct", "按次扣分", Counts
    events: tuple[Event, ...] = rows("扣分情形", lambda: Event, REQUIRED)
    base: Decimal | None = number("起始分", None, help="不填时为该指标满分")
    cap: Decimal | None = number("合计最多扣", None, low=NOUGHT)
    floor: Decimal = number("最低得分", 0)

    def faults(self) -> Iterator[str]:
        if not self.events:
            yield "至少要有一种扣分情形"
        yield from repeated(self.events)

    def against(self, full: Decimal) -> Iterator[str]:
        if self.base is not None and self.base > full:
            yield f"起始分 {num(self.base)} 超过满分 {num(full)}"

    def words(self) -> str:
        base = "满分" if self.base is None else f"{num(self.base)}分"
        most = "" if self.cap is None else f"，最多扣{num(self.cap)}分"
        end = f"，最低{num(self.floor)}分" if self.floor else "，扣完为止"
        return f"从{base}起，{'，'.join(self._in_words(event) for event in self.events)}{most}{end}"

    def _in_words(self, event: Event) -> str:
        most = "" if event.most is None else f"（最多扣{num(event.most)}分）"
        nothing = "" if event.nothing_from is None else f"，{event.nothing_from}次以上此项不得分"
        return f"{event.name}每次扣{num(event.points)}分{most}{nothing}"

    def refuses(self, given: Counts) -> Iterator[str]:
        yield from unknown(given.counts, self.events, "扣分情形")
        yield from whole_counts(given)

    def score(self, full: Decimal, given: Counts, known: None) -> Outcome:
        for event in self.events:
            count = given.counts.get(event.key, NOUGHT)
            if event.nothing_from is not None and count >= event.nothing_from:
                return Outcome(
                    NOUGHT, (f"{event.name} {num(count)} 次，{event.nothing_from} 次以上此项不得分",)
                )
        base = full if self.base is None else self.base
        steps: list[str] = []
        off = sum((self._off(event, given, steps) for event in self.events), NOUGHT)
        if self.cap is not None and off > self.cap:
            steps.append(f"合计扣 {num(off)}，最多扣 {num(self.cap)}")
            off = self.cap
        points = base - off
        steps.append(equals(f"{num(base)} − {num(off)}", points) if off else f"没有扣分情形，得 {num(base)}")
        return Outcome(at_least(points, self.floor, steps), tuple(steps))

    def _off(self, event: Event, given: Counts, steps: list[str]) -> Decimal:
        count = given.counts.get(event.key, NOUGHT)
        off = count * event.points
        if count:
            steps.append(equals(f"{event.name} {num(count)} 次 × {num(event.points)}", off))
        if event.most is not None and off > event.most:
            steps.append(f"{event.name}最多扣 {num(event.most)}")
            return event.most
        return off


@dataclass(frozen=True, kw_only=True)
class Count(Rule[Counts, None]):
    """To a base, for each so many points; a kind with negative points takes."""

    kind, label, asks = "count", "按次加分", Counts
    events: tuple[Gain, ...] = rows("计分情形", lambda: Gain, REQUIRED)
    base: Decimal = number("基础分", 0)
    cap: Decimal | None = number("最高得分", None, help="不填时为该指标满分")
    floor: Decimal = number("最低得分", 0)

    def faults(self) -> Iterator[str]:
        if not self.events:
            yield "至少要有一种计分情形"
        yield from repeated(self.events)
        if self.cap is not None and self.cap < self.floor:
            yield f"最高得分 {num(self.cap)} 小于最低得分 {num(self.floor)}"

    def words(self) -> str:
        base = f"基础分{num(self.base)}分，" if self.base else ""
        most = "最高得满分" if self.cap is None else f"最高{num(self.cap)}分"
        return f"{base}{'，'.join(self._in_words(event) for event in self.events)}，{most}"

    def _in_words(self, event: Gain) -> str:
        most = "" if event.most is None else f"（最多{num(event.most)}分）"
        return f"{event.name}每次{'减' if event.points < 0 else '计'}{num(abs(event.points))}分{most}"

    def refuses(self, given: Counts) -> Iterator[str]:
        yield from unknown(given.counts, self.events, "计分情形")
        yield from whole_counts(given)

    def score(self, full: Decimal, given: Counts, known: None) -> Outcome:
        steps: list[str] = []
        points = self.base + sum((self._worth(event, given, steps) for event in self.events), NOUGHT)
        if self.base or len(steps) > 1:
            steps.append(
                equals(f"基础分 {num(self.base)}，加各情形合计" if self.base else "各情形合计", points)
            )
        points = at_least(points, self.floor, steps)
        points = at_most(points, full if self.cap is None else self.cap, steps)
        return Outcome(points, tuple(steps) or (f"没有计分情形，得 {num(points)}",))

    def _worth(self, event: Gain, given: Counts, steps: list[str]) -> Decimal:
        count = given.counts.get(event.key, NOUGHT)
        worth = count * event.points
        if count:
            steps.append(equals(f"{event.name} {num(count)} 次 × {minus(event.points)}", worth))
        if event.most is not None and abs(worth) > event.most:
            steps.append(f"{event.name}最多 {num(event.most)} 分")
            return event.most.copy_sign(worth)
        return worth
