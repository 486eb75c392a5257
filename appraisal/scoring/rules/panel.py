"""评委打分: groups of voters, by the marks that each gives."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..declaring import REQUIRED, Declared, number, other, rows, whole
from ..numbers import NOUGHT
from ..telling import equals, num, plus
from .base import Outcome, Rule, unknown
from .voters import Voters, brought, group_faults, groups_in_words, weighted


@dataclass(frozen=True, kw_only=True)
class Marked(Declared):
    marks: Mapping[str, tuple[Decimal, ...]] = other("各组打的分", "lists", low=NOUGHT)


@dataclass(frozen=True, kw_only=True)
class Panel(Rule[Marked, None]):
    """Each group: the mean of its marks; of more than `trimmed_above` marks one highest and one lowest are left out."""

    kind, label, asks = "panel", "评委打分", Marked
    groups: tuple[Voters, ...] = rows("评价组", lambda: Voters, REQUIRED)
    of: Decimal = number("打分满分", 100, above=NOUGHT)
    trimmed_above: int = whole("多于几个去掉最高最低各一个", 5, low=Decimal(2))
    least: int = whole("打分不少于", 1, low=NOUGHT, help="各组合计；不足的不计分")

    def faults(self) -> Iterator[str]:
        yield from group_faults(self.groups)

    def words(self) -> str:
        return (
            f"评委打分（{groups_in_words(self.groups)}），满分{num(self.of)}，每组取平均；"
            f"多于{self.trimmed_above}个的去掉一个最高分、一个最低分"
        )

    def refuses(self, given: Marked) -> Iterator[str]:
        yield from unknown(given.marks, self.groups, "评价组")
        for group, marks in given.marks.items():
            if any(mark > self.of for mark in marks):
                yield f"评价组「{group}」有打分超过满分 {num(self.of)}"

    def score(self, full: Decimal, given: Marked, known: None) -> Outcome:
        steps: list[str] = []
        total = sum(map(len, given.marks.values()))
        if not total or total < self.least:
            return Outcome(None, (f"打分 {total} 个，少于 {max(self.least, 1)} 个，不计分",))
        found = [
            (group, self._of_group(group, sorted(marks), steps))
            for group in self.groups
            if (marks := given.marks.get(group.key))
        ]
        return brought(weighted(self.groups, found, steps), full, self.of, steps)

    def _of_group(self, group: Voters, marks: list[Decimal], steps: list[str]) -> Decimal:
        if len(marks) > self.trimmed_above:
            steps.append(
                f"{group.name}：{len(marks)} 个打分，去掉最高 {num(marks[-1])} 和最低 {num(marks[0])}"
            )
            marks = marks[1:-1]
        mean = sum(marks, NOUGHT) / len(marks)
        steps.append(equals(f"{group.name}：({plus(marks)}) ÷ {len(marks)}", mean))
        return mean
