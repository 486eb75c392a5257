"""The rows of an import: what was read, what the clerk has mended, and what still has to be settled."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.http import QueryDict
from django.utils import timezone

from bureau.matters.models import Matter
from bureau.matters.printable import unprintable
from bureau.org.naming import Directory
from bureau.org.naming.units import named
from bureau.org.reading import Anchor
from bureau.org.reading.targets import target_in
from bureau.org.visible import visible
from bureau.pages.fields import YEARS
from directives.models import Cadence, Directive
from directives.reading import Item
from directives.reading.words import read_words
from directives.stages import Stage, as_typed, read_stages
from directives.targets import Target, Wrong, read_target

FIELDS = (
    "title",
    "lead",
    "co",
    "due",
    "target",
    "stages",
    "cadence",
    "leader",
    "category",
    "remark",
    "passage",
)
EMPTY = dict.fromkeys(FIELDS, "") | {"place": "手工增加", "read": [], "checked": False, "key": 0}
"""`key` stays with a row wherever it moves to; 0 is given to one that is new (`keyed`)."""


def from_item(item: Item) -> dict:
    """A row as it was read. `read` keeps the reader's doubts with the value each was about."""
    row = EMPTY | {
        "title": item.text,
        "lead": item.lead or item.lead_words,
        "co": "、".join(item.co),
        "due": item.due.isoformat() if item.due else "",
        "cadence": (item.cadence or Cadence.QUARTERLY) if item.recurring else "",
        "target": goal.words if (goal := target_in(item.text)) else "",
        "stages": as_typed(Stage(*one) for one in item.stages),
        "leader": item.leader,
        "category": item.category,
        "remark": item.remark,
        "passage": item.passage,
        "place": item.place,
    }
    row["read"] = [
        {
            "field": FIELD_OF.get(problem.field, problem.field),
            "sentence": problem.sentence,
            "suggestions": list(problem.suggestions),
            "value": row[FIELD_OF.get(problem.field, problem.field)],
        }
        for problem in item.problems
    ]
    return row


def from_words(words: str, place: str, anchor: Anchor, units: Directory) -> dict:
    """A row of words that the clerk has picked from the paper, with what they say of the other fields."""
    title, read = read_words(words, units, anchor)
    due = read.due
    return EMPTY | {
        "title": title,
        "lead": read.units.lead or "",
        "co": "、".join(read.units.co),
        "due": due.due.isoformat() if due.due else "",
        "cadence": (due.cadence or Cadence.QUARTERLY) if due.recurring else "",
        "target": goal.words if (goal := target_in(title)) else "",
        "leader": read.leader,
        "passage": words.strip(),
        "place": place,
    }


FIELD_OF = {"text": "title"}
LABELS = {
    "title": "督查事项",
    "lead": "牵头单位",
    "co": "协办单位",
    "due": "办理时限",
    "target": "目标值",
    "stages": "阶段节点",
    "cadence": "长期事项",
    "leader": "责任领导",
    "category": "类别",
    "remark": "备注",
}


def problems(row: dict, units: Directory) -> list[dict]:
    """What must be settled before commit: `{"field", "label", "sentence", "suggestions"}`."""
    found = [*title_problems(row), *unit_problems(row, units), *date_problems(row), *other_problems(row)]
    told = {problem["field"] for problem in found}
    doubts = [
        doubt | {"doubt": True}
        for doubt in row["read"]
        if row[doubt["field"]] == doubt["value"] and doubt["field"] not in told
    ]
    told_all = found + ([] if row["checked"] else doubts)
    return [one | {"label": LABELS[one["field"]]} for one in told_all]


def title_problems(row: dict) -> Iterator[dict]:
    if not row["title"]:
        yield problem("title", "请填写督查事项。")
    elif len(row["title"]) > Matter.TITLE_LENGTH:
        yield problem(
            "title", f"督查事项最多{Matter.TITLE_LENGTH}字，现有{len(row['title'])}字，请精简或拆分。"
        )
    if words := unprintable(row["title"]):
        yield problem("title", words)


def unit_problems(row: dict, units: Directory) -> Iterator[dict]:
    lead, unknown = named(row["lead"], units)
    yield from (problem("lead", **one) for one in unknown)
    if not unknown and len(lead) != 1:
        yield problem("lead", "请填写牵头单位。" if not lead else "牵头单位只能有一家，其余请放到协办单位。")
    yield from (problem("co", **one) for one in named(row["co"], units)[1])


def date_problems(row: dict) -> Iterator[dict]:
    if row["due"] and as_date(row["due"]) is None:
        yield problem("due", f"“{row['due']}”不是一个存在的日期，请按 2026-12-31 的样子填写。")


def other_problems(row: dict) -> Iterator[dict]:
    for name in ("leader", "category", "remark"):
        most, length = Directive.LENGTHS[name], len(row[name])
        if length > most:
            yield problem(name, f"{LABELS[name]}最多{most}字，现有{length}字，请精简。")
    try:
        goal_of(row)
    except Wrong as wrong:
        yield problem("target", str(wrong))
    try:
        stages_of(row)
    except Wrong as wrong:
        yield problem("stages", str(wrong))
    if row["cadence"] and row["cadence"] not in Cadence:
        yield problem("cadence", "请重新选择报告周期。")


def goal_of(row: dict) -> Target | None:
    """The number to reach; a row that was read before there were any has none. Raises Wrong."""
    return read_target(row.get("target", ""), "", "", timezone.localdate())


def stages_of(row: dict) -> tuple[Stage, ...]:
    """Raises Wrong."""
    return read_stages(row.get("stages", ""), timezone.localdate(), as_date(row["due"]), row["cadence"])


def problem(field: str, sentence: str, suggestions: Iterable[str] = ()) -> dict:
    return {"field": field, "sentence": sentence, "suggestions": list(suggestions)}


def as_date(text: str) -> date | None:
    """The date of a possible deadline, or None."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in YEARS else None


def posted(post: QueryDict, count: int) -> dict[int, dict]:
    """What the preview form holds of those of its `count` rows that it shows, by place."""
    shown = (place for place in range(count) if any(f"{place}-{name}" in post for name in FIELDS))
    return {
        place: {name: typed(post, f"{place}-{name}") for name in FIELDS if f"{place}-{name}" in post}
        | ({"checked": post.get(f"{place}-checked") == "on"} if f"{place}-title" in post else {})
        for place in shown
    }


def keyed(rows: list[dict]) -> list[dict]:
    """Every row with a key of its own."""
    last, found, taken = max((row.get("key", 0) for row in rows), default=0), [], set[int]()
    for row in rows:
        key = row.get("key", 0)
        if not key or key in taken:
            last += 1
            key = last
        taken.add(key)
        found.append(row if row.get("key") == key else row | {"key": key})
    return found


def typed(post: QueryDict, name: str) -> str:
    """One field as it can be kept and found: JSON in PostgreSQL knows no NUL."""
    return visible(post.get(name, "").replace("\0", "")).strip()
