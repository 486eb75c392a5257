"""The answer for people at a terminal: a table for each class, and below it each subject's points with their arithmetic."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from unicodedata import east_asian_width

from .grading import WORDS

HEAD = ("名次", "对象", "总分", "指标", "加分", "减分", "等次")
NONE = "—"


def table(document: Mapping[str, Any], scored: Mapping[str, Any]) -> str:
    lines = [document["scheme"]["name"]]
    classes: dict[str, list[Mapping[str, Any]]] = {}
    for subject in scored["subjects"]:
        classes.setdefault(subject["class"], []).append(subject)
    for name, subjects in classes.items():
        lines += ["", f"{name or '全部'}（{subjects[0]['ranked']} 个参加排名）", *_ranking(subjects)]
    lines += [_tie(tie, scored) for tie in scored["ties"]]
    for subject in scored["subjects"]:
        lines += ["", *_subject(subject)]
    return "\n".join(lines)


def _ranking(subjects: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    ordered = sorted(subjects, key=lambda one: (one["rank"] is None, one["rank"] or 0))
    rows = [HEAD, *map(_row, ordered)]
    widths = [max(width(row[at]) for row in rows) for at in range(len(HEAD))]
    for row in rows:
        yield "  ".join(
            cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)
        ).rstrip()


def _row(subject: Mapping[str, Any]) -> tuple[str, ...]:
    rank = NONE if subject["rank"] is None else str(subject["rank"])
    points = [subject[name] or NONE for name in ("total", "base", "bonus", "deduction")]
    return (rank, subject["name"], *points, WORDS.get(subject["grade"], NONE))


def width(text: str) -> int:
    """Columns of a terminal: a Chinese character has two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _tie(tie: Mapping[str, Any], scored: Mapping[str, Any]) -> str:
    names = {subject["key"]: subject["name"] for subject in scored["subjects"]}
    line = "，正在一等的线上，由审定人决定" if tie["at_the_line"] else ""
    return f"{'、'.join(names[key] for key in tie['keys'])}并列第 {tie['rank']} 名{line}"


def _subject(subject: Mapping[str, Any]) -> Iterator[str]:
    missing = f"，缺少 {'、'.join(subject['missing'])} 的数据" if subject["missing"] else ""
    yield f"【{subject['name']}】{subject['total'] or '没有总分'}{missing}；{subject['grade_why']}"
    for item in subject["items"]:
        yield from _item(item, 1)
    for one in subject["adjustments"]:
        yield f"  {one['name']} {one['points']}，计 {one['counted']}{'：' if one['note'] else ''}{one['note']}"
    for step in subject["adjusting"]:
        yield f"  {step}"


def _item(item: Mapping[str, Any], depth: int) -> Iterator[str]:
    indent = "  " * depth
    yield f"{indent}{item['key']} {item['name']}（{item['full']} 分）{item['score'] or NONE}"
    if not item["items"]:
        yield f"{indent}  规则：{item['rule']}"
    if item["steps"]:
        yield f"{indent}  {'；'.join(item['steps'])}"
    for below in item["items"]:
        yield from _item(below, depth + 1)
