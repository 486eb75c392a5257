"""分组封顶加分: awards in groups, each group capped by itself; of one award, named alike, the highest level counts once (rooms A9)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..declaring import REQUIRED, Declared, key, number, rows, text
from ..numbers import NOUGHT
from ..telling import equals, num, plus
from .base import Outcome, Rule, at_most, repeated


@dataclass(frozen=True, kw_only=True)
class Group(Declared):
    noun = "组"
    key: str = key("代号")
    name: str = text("名称")
    cap: Decimal | None = number("最多", None, low=NOUGHT)


@dataclass(frozen=True, kw_only=True)
class Level(Declared):
    noun = "层次"
    key: str = key("代号")
    name: str = text("名称")
    group: str = text("属于哪一组")
    points: Decimal = number("分值", low=NOUGHT)


@dataclass(frozen=True, kw_only=True)
class Award(Declared):
    noun = "奖励"
    name: str = text("名称", help="同一奖励写同一名称，只按最高层次计一次")
    level: str = key("层次")
    evidence: str = text("依据", help="文件名称和文号，没有文件的不计")


@dataclass(frozen=True, kw_only=True)
class Awards(Declared):
    awards: tuple[Award, ...] = rows("奖励", lambda: Award)


@dataclass(frozen=True, kw_only=True)
class Capped(Rule[Awards, None]):
    kind, label, asks = "capped_groups", "分组封顶加分", Awards
    groups: tuple[Group, ...] = rows("组", lambda: Group, REQUIRED)
    levels: tuple[Level, ...] = rows("层次", lambda: Level, REQUIRED)

    def faults(self) -> Iterator[str]:
        if not self.groups or not self.levels:
            yield "至少要有一组和一个层次"
        yield from repeated(self.groups)
        yield from repeated(self.levels)
        known = [group.key for group in self.groups]
        for level in self.levels:
            if level.group not in known:
                yield f"层次 {level.key} 属于「{level.group}」，但没有这一组"

    def words(self) -> str:
        return (
            "，".join(self._in_words(group) for group in self.groups)
            + "；同一奖励按最高层次计一次，合计最高得满分"
        )

    def _in_words(self, group: Group) -> str:
        levels = "、".join(f"{one.name}{num(one.points)}分" for one in self.levels if one.group == group.key)
        most = "" if group.cap is None else f"（最多{num(group.cap)}分）"
        return f"{group.name}{most}：{levels or '无'}"

    def refuses(self, given: Awards) -> Iterator[str]:
        known = [level.key for level in self.levels]
        for award in given.awards:
            if award.level not in known:
                yield f"「{award.name}」的层次「{award.level}」不在方案里，只有：{'、'.join(known)}"

    def score(self, full: Decimal, given: Awards, known: None) -> Outcome:
        steps: list[str] = []
        parts = [self._of_group(group, given, steps) for group in self.groups]
        points = sum(parts, NOUGHT)
        if len([part for part in parts if part]) > 1:
            steps.append(equals(f"合计 {plus(parts)}", points))
        return Outcome(at_most(points, full, steps), tuple(steps) or ("没有加分，得 0",))

    def _of_group(self, group: Group, given: Awards, steps: list[str]) -> Decimal:
        levels = {level.key: level for level in self.levels if level.group == group.key}
        highest: dict[str, Level] = {}
        for award in given.awards:
            level = levels.get(award.level)
            if level and (award.name not in highest or level.points > highest[award.name].points):
                highest[award.name] = level
        for name in sorted(highest):
            same = sum(1 for award in given.awards if award.name == name and award.level in levels) - 1
            once = f"（另有 {same} 项同一奖励，只按最高层次计一次）" if same else ""
            steps.append(f"{group.name}：{name}，{highest[name].name} {num(highest[name].points)}{once}")
        points = sum((level.points for level in highest.values()), NOUGHT)
        if group.cap is not None and points > group.cap:
            steps.append(f"{group.name}合计 {num(points)}，最多 {num(group.cap)}，计 {num(group.cap)}")
            return group.cap
        return points
