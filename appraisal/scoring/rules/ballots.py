"""分组评价: groups of voters, by ballots for options that are worth so much (100/80/60/40)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..declaring import REQUIRED, Declared, key, number, other, rows, text, whole
from ..numbers import NOUGHT
from ..telling import equals, num
from .base import Outcome, Rule, repeated, unknown
from .voters import Voters, brought, group_faults, groups_in_words, weighted


@dataclass(frozen=True, kw_only=True)
class Option(Declared):
    noun = "选项"
    key: str = key("代号")
    name: str = text("名称")
    value: Decimal = number("折合分", low=NOUGHT)


@dataclass(frozen=True, kw_only=True)
class Ballots(Declared):
    ballots: Mapping[str, Mapping[str, Decimal]] = other("各组各选项的有效票数", "groups", low=NOUGHT)


@dataclass(frozen=True, kw_only=True)
class Evaluation(Rule[Ballots, None]):
    """Each group: the sum of what its ballots are worth over their number. `of`: what the best option would be worth at full mark."""

    kind, label, asks = "evaluation", "分组评价", Ballots
    options: tuple[Option, ...] = rows("选项", lambda: Option, REQUIRED)
    groups: tuple[Voters, ...] = rows("评价组", lambda: Voters, REQUIRED)
    of: Decimal = number("折合分满分", 100, above=NOUGHT)
    least: int = whole("有效票不少于", 1, low=NOUGHT, help="各组合计；不足的不计分")

    def faults(self) -> Iterator[str]:
        yield from group_faults(self.groups)
        if not self.options:
            yield "至少要有一个选项"
        yield from repeated(self.options)
        if any(option.value > self.of for option in self.options):
            yield f"选项的折合分不能超过 {num(self.of)}"

    def words(self) -> str:
        options = "、".join(f"{option.name}{num(option.value)}分" for option in self.options)
        return f"分组评价（{groups_in_words(self.groups)}）：每票{options}，除以有效票数，按权重合计"

    def refuses(self, given: Ballots) -> Iterator[str]:
        yield from unknown(given.ballots, self.groups, "评价组")
        for group, counts in given.ballots.items():
            for sentence in unknown(counts, self.options, "选项"):
                yield f"评价组「{group}」{sentence}"
            if any(count != count.to_integral_value() for count in counts.values()):
                yield f"评价组「{group}」的票数应为整数"

    def score(self, full: Decimal, given: Ballots, known: None) -> Outcome:
        steps: list[str] = []
        valid = {group.key: sum(given.ballots.get(group.key, {}).values(), NOUGHT) for group in self.groups}
        total = sum(valid.values(), NOUGHT)
        if not total or total < self.least:
            return Outcome(None, (f"有效票 {num(total)} 张，少于 {max(self.least, 1)} 张，不计分",))
        found = [
            (group, self._of_group(group, given.ballots[group.key], valid[group.key], steps))
            for group in self.groups
            if valid[group.key]
        ]
        return brought(weighted(self.groups, found, steps), full, self.of, steps)

    def _of_group(
        self, group: Voters, counts: Mapping[str, Decimal], valid: Decimal, steps: list[str]
    ) -> Decimal:
        cast = [(option, counts.get(option.key, NOUGHT)) for option in self.options]
        total = sum((count * option.value for option, count in cast), NOUGHT)
        parts = " + ".join(f"{num(count)} × {num(option.value)}" for option, count in cast if count)
        steps.append(equals(f"{group.name}：({parts}) ÷ {num(valid)} 票", total / valid))
        return total / valid
