"""The units of a county by every name they are written with. A name is matched whole or not at all."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from .folding import fold
from .nearest import Named, named, nearest
from .variants import LEVELS, is_contraction, stem, variants

TOWNSHIPS = re.compile(r"(?:各|所有|全体|全部|\d+个|十五个)?(?:乡镇|镇乡|镇|乡|街道?|场|办事处)+")
ZONES = re.compile(r"(?:各|所有|全体|\d+个)?(?:产业|工业)?(?:园区|开发区|集中区)(?:管委会)?")
TRIM = re.compile(rf"^(?:[全本][{LEVELS}]|县域)|(?:党委政府|党委|人民政府|政府|办事处)+$")
CONTRACTED = 7
"""A contraction has no more signs than this."""
ENDINGS = tuple("局委办室部院联会社队校馆站所区镇乡道心行司处")
"""What the name of a body ends with."""
VAGUE = re.compile(r"各|有关|相关|其他|其它|涉及|属地|所属|成员单位|责任单位|单位$|部门$|乡镇$|等$")


@dataclass(frozen=True)
class UnitName:
    """One unit: `short` 简称 (the key), `name` 全称, `klass` 类别, `aliases` other names, pinyin `initials`."""

    short: str
    name: str
    klass: str = ""
    aliases: tuple[str, ...] = ()
    initials: str = ""
    supervisable: bool = True


@dataclass(frozen=True)
class Match:
    """What words mean: the short names found; else whether they are vague, and the nearest names."""

    units: tuple[str, ...] = ()
    is_group: bool = False
    is_vague: bool = False
    suggestions: tuple[str, ...] = ()


class Directory:
    """Known units and groups (「各乡镇」 → short names)."""

    def __init__(self, units: Iterable[UnitName], groups: Mapping[str, Iterable[str]] | None = None):
        self.units = {unit.short: unit for unit in units}
        self.groups = {group_key(name): tuple(members) for name, members in (groups or {}).items()}
        self._known: dict[str, Match] = {}

    def find(self, words: str) -> Match:
        """The unit or group these words name, or the nearest suggestions. Never guesses."""
        if words not in self._known:
            self._known[words] = self._find(words)
        return self._known[words]

    def knows(self, words: str) -> bool:
        """Whether the words, taken whole, name a unit or a group with members."""
        return self._short(words) is not None or group_key(words) in self.groups

    @cached_property
    def exact(self) -> dict[str, str]:
        """Folded short, full and other names → short name. What the bureau entered wins over the rest."""
        names = [(fold(n), u.short) for u in self.units.values() for n in (*u.aliases, u.name, u.short) if n]
        return dict(names)

    @cached_property
    def level(self) -> str:
        """The sign that opens the short names of most units: 县 in a county, 市 in a city of its level."""
        first = [unit.short[0] for unit in self.units.values() if unit.short[:1] in LEVELS]
        return max(LEVELS, key=first.count)

    @cached_property
    def _forms(self) -> dict[str, str]:
        owners: dict[str, set[str]] = {}
        for name, short in self.exact.items():
            for form in variants(name, self.level):
                owners.setdefault(form, set()).add(short)
        return {form: next(iter(shorts)) for form, shorts in owners.items() if len(shorts) == 1} | self.exact

    @cached_property
    def spoken(self) -> dict[str, str]:
        """The forms that name a unit in running words too: 「教育」 does not, 「教育局」 does."""
        forms = {**self._forms, **{name: short for name, short in self.exact.items() if len(name) > 2}}
        return {
            form: short
            for form, short in forms.items()
            if len(form) > 2 and (form in self.exact or form.endswith(ENDINGS))
        }

    @cached_property
    def lengths(self) -> dict[str, tuple[int, ...]]:
        """The first two signs of `spoken` → the lengths of those that begin so, the longest first."""
        found: dict[str, set[int]] = {}
        for form in self.spoken:
            found.setdefault(form[:2], set()).add(len(form))
        return {begin: tuple(sorted(lengths, reverse=True)) for begin, lengths in found.items()}

    def county_at(self, words: str, at: int) -> int:
        """How many signs at this place are the county's own name, without 县 or 市."""
        match = self._own.match(words, at)
        return match.end() - at if match else 0

    @cached_property
    def _own(self) -> re.Pattern:
        return re.compile(f"(?:中共)?(?:{'|'.join(sorted(self._counties)) or '(?!)'})")

    @cached_property
    def _listed(self) -> list[Named]:
        names = self.exact | {stem(short, self.level): short for short in self.units}
        return [named(name, short) for name, short in names.items()]

    @cached_property
    def _counties(self) -> set[str]:
        """The county's own name: the one that most full names begin with."""
        own = re.compile(rf"(?:中共)?([\u4e00-\u9fff]{{2,3}}?){self.level}")
        names = Counter(match[1] for unit in self.units.values() if (match := own.match(unit.name)))
        return {name for name, _ in names.most_common(1)}

    @cached_property
    def _county(self) -> re.Pattern:
        """「桃溪县财政局」 means 「县财政局」 only here."""
        counties = "|".join(sorted(self._counties)) or "(?!)"
        level = self.level
        return re.compile(f"^(?:中共)?(?:{counties}){level}?(?:人民政府(?!办))?|^{level}(?:人民政府(?!办))")

    def _short(self, words: str) -> str | None:
        folded = fold(words)
        short = self._forms.get(folded)
        if short is None and (bare := self._county.sub("", folded)) != folded:
            short = self._forms.get(f"{self.level}{bare}") or self._forms.get(bare)
        if short is None and (town := TRIM.sub("", folded)).endswith(("镇", "乡", "街道")):
            short = self._forms.get(self._county.sub("", town))
        return short or self._contracted(folded)

    def _contracted(self, folded: str) -> str | None:
        """「县自规局」 for 县自然资源和规划局: signs of one name alone, in their order, from its first to its last."""
        words = self._county.sub("", folded).removeprefix(self.level)
        if not 2 < len(words) <= CONTRACTED or not words.endswith(ENDINGS):
            return None
        found = {short for core, short in self._cores.get(words[0], ()) if is_contraction(words, core)}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _cores(self) -> dict[str, list[tuple[str, str]]]:
        """The first sign of a name without its county → those names, each with its unit."""
        found: dict[str, list[tuple[str, str]]] = {}
        for name, short in self.exact.items():
            core = stem(name, self.level)
            found.setdefault(core[0], []).append((core, short))
        return found

    def _find(self, words: str) -> Match:
        short = self._short(words)
        if short:
            return Match((short,))
        key = group_key(words)
        if key in self.groups:
            return Match(self.groups[key], is_group=True)
        if key in ("乡镇", "园区") or VAGUE.search(fold(words)):
            return Match(is_vague=True)
        return Match(suggestions=nearest(words, self._listed))


def group_key(words: str) -> str:
    """One key for all ways to write a group: 「各乡（镇）」「15个乡镇」「全县各乡镇人民政府」 → 「乡镇」."""
    folded = TRIM.sub("", TRIM.sub("", re.sub(r"[()\[\]、]", "", fold(words))))
    if TOWNSHIPS.fullmatch(folded):
        return "乡镇"
    return "园区" if ZONES.fullmatch(folded) else folded
