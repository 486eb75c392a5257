"""How well papers are read whose right reading is known. Pure: the same papers give the same figures."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from bureau.org.naming import Directory, fold

from .items import Item

FIELDS = ("found", "lead", "co", "due", "recurring")


@dataclass
class Score:
    """`asked` and `right`: per field, how often it was asked and how often right. A missed item is wrong in all of them."""

    asked: Counter = field(default_factory=Counter)
    right: Counter = field(default_factory=Counter)
    faults: Counter = field(default_factory=Counter)
    invented: int = 0
    lines: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        self.asked += other.asked
        self.right += other.right
        self.faults += other.faults
        self.invented += other.invented
        self.lines += other.lines

    @property
    def share(self) -> float:
        """Of all fields, 0 to 1."""
        return self.right.total() / self.asked.total() if self.asked else 1.0

    def fault(self, kind: str, words: str) -> None:
        self.faults[kind] += 1
        self.lines.append(f"{kind}：{words}")


def score(items: Sequence[Item], expected: Sequence[dict], directory: Directory) -> Score:
    """`expected`: per item `has` (words in its text), `lead`, `co`, `due`, `recurring`; what is not there is not asked.

    Units may be named as a group (「各乡镇」)."""
    result, left = Score(), list(items)
    for wanted in expected:
        item = next((one for one in left if fold(wanted["has"]) in fold(one.text)), None)
        if item:
            left.remove(item)
        _compare(result, item, wanted, directory)
    for item in left:
        result.invented += 1
        result.fault("多读", f"{item.place} {item.text[:40]}")
    return result


def _compare(result: Score, item: Item | None, wanted: dict, directory: Directory) -> None:
    has = wanted["has"]
    for name in ("found", *(name for name in FIELDS[1:] if name in wanted)):
        result.asked[name] += 1
    if item is None:
        result.fault("漏读", has)
        return
    result.right["found"] += 1
    said = {
        "lead": (item.lead, wanted.get("lead")),
        "co": (set(item.co), _units(wanted.get("co", ()), directory)),
        "due": (item.due and item.due.isoformat(), wanted.get("due")),
        "recurring": (item.recurring, wanted.get("recurring")),
    }
    for name, (got, right) in said.items():
        if name in wanted and got == right:
            result.right[name] += 1
        elif name in wanted:
            result.fault(_kind(name, got, right), f"{has}：读作{got}，应为{right}")


def _kind(name: str, got: object, right: object) -> str:
    label = {"lead": "牵头", "co": "协办", "due": "时限", "recurring": "长期"}[name]
    return (
        f"{label}没有读出" if right and not got else f"{label}多读" if got and not right else f"{label}读错"
    )


def _units(names: Sequence[str], directory: Directory) -> set[str]:
    return {unit for name in names for unit in (directory.find(name).units or (name,))}
