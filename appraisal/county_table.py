"""An indicator table as counties write it — 一级指标, 二级指标, 分值, 评分标准, 责任单位 — in the columns of ours; and what kind of rule
its words say. What cannot be read is left to people: the words stay, the points are given by the desk."""

import csv
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO

LEVELS = ("一级指标", "二级指标", "三级指标", "四级指标")
SAME = {  # heads that counties write → ours
    "标准分": "分值",
    "满分": "分值",
    "权重": "分值",
    "分值（分）": "分值",
    "评分标准": "评分办法",
    "计分办法": "评分办法",
    "计分标准": "评分办法",
    "考核标准": "评分办法",
    "评分细则": "评分办法",
    "年度目标": "目标值",
    "目标任务": "目标值",
    "单位": "计量单位",
    "责任单位": "提供数据的部门",
    "考核单位": "提供数据的部门",
    "牵头考核单位": "提供数据的部门",
    "数据提供单位": "提供数据的部门",
    "佐证材料": "须提供的佐证",
}
PASSED_OVER = ("序号", "备注", "自评分", "考核分", "得分")
ABOVE = 10  # lines in which the head may stand below a title
NUMBER = re.compile(r"\d+(?:\.\d+)?")
SHORT_OF = re.compile(
    r"每(?:低|少|差|降低|减少)于?(\d+(?:\.\d+)?)?(个百分点|%|％|项|个|件)?[^，。；]{0,6}?扣(\d+(?:\.\d+)?)分"
)
EVENTS = re.compile(
    r"(?:每|凡|有)?(?:发生|出现|发现|被)?([^，。；：每]{1,24}?)[，,]?每?(?:一|1)?(?:次|起|件|例|人次)[，,]?扣(\d+(?:\.\d+)?)分"
)
RATIO = re.compile(r"按(?:实际)?(?:完成)?(?:情况)?(?:比例|完成率|完成比例)")


def standard(words: str, labels: list[str]) -> str:
    """In our columns where the head is a county's; else as it is."""
    lines = list(csv.reader(StringIO(words), delimiter="\t"))
    for at, cells in enumerate(lines[:ABOVE]):
        heads = [SAME.get(clean(cell), clean(cell)) for cell in cells]
        if any(head in LEVELS for head in heads):
            return written([labels, *rows(heads, lines[at + 1 :], labels)])
    return words


def clean(cell: str) -> str:
    return re.sub(r"\s", "", cell)


def written(lines: list[list[str]]) -> str:
    out = StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(lines)
    return out.getvalue()


def rows(heads: list[str], lines: list[list[str]], labels: list[str]) -> Iterator[list[str]]:
    """One line for each branch when it first comes, one for each leaf, numbered 1, 1.1, 1.2, 2 …; a branch is worth what is below it."""
    placed = list(placed_leaves(heads, lines))
    for code, given in with_branches(placed):
        yield [code if label == "编号" else given.get(label, "") for label in labels]


def placed_leaves(
    heads: list[str], lines: list[list[str]]
) -> Iterator[tuple[tuple[str, ...], dict[str, str]]]:
    """(the way to it, its cells). A level that was left empty is the one above it: merged cells are pasted so."""
    last: list[str] = []
    for cells in lines:
        given = {
            head: cell.strip() for head, cell in zip(heads, cells, strict=False) if head not in PASSED_OVER
        }
        if not any(given.values()) or is_total(given):
            continue
        way: list[str] = []
        for depth, level in enumerate(one for one in LEVELS if one in heads):
            name = given.pop(level, "")
            same = [*way] == last[:depth]
            way.append(name or (last[depth] if same and depth < len(last) else ""))
        last = way
        path = tuple(name for name in way if name)
        if path:
            yield path, given


def is_total(given: dict[str, str]) -> bool:
    return any(value in ("合计", "总计", "总分") for value in given.values())


def with_branches(
    placed: list[tuple[tuple[str, ...], dict[str, str]]],
) -> Iterator[tuple[str, dict[str, str]]]:
    codes: dict[tuple[str, ...], str] = {}
    counts: dict[tuple[str, ...], int] = {}
    for path, given in placed:
        for depth in range(1, len(path) + 1):
            way = path[:depth]
            if way in codes and depth < len(path):
                continue
            above = path[: depth - 1]
            counts[above] = counts.get(above, 0) + 1
            code = f"{codes[above]}.{counts[above]}" if above else f"{counts[above]}"
            codes[way] = code
            named = name_and_points(way[-1])
            if depth < len(path):
                yield code, {"上级编号": codes.get(above, ""), "指标": named[0], "分值": below(placed, way)}
            else:
                yield code, leaf(given, codes.get(above, ""), named)


def name_and_points(words: str) -> tuple[str, str]:
    """「党的建设（10分）」 → its name and its points."""
    found = re.fullmatch(r"(.*?)[（(](\d+(?:\.\d+)?)分[）)]", words, re.DOTALL)
    return (found[1].strip(), found[2]) if found else (words, "")


def below(placed: list[tuple[tuple[str, ...], dict[str, str]]], way: tuple[str, ...]) -> str:
    """The sum of the leaves; empty where one of them says no number."""
    total = Decimal()
    for path, given in placed:
        if path[: len(way)] == way:
            found = NUMBER.search(given.get("分值", "") or name_and_points(path[-1])[1])
            if not found:
                return ""
            total += Decimal(found[0])
    return f"{total.normalize():f}"


def leaf(given: dict[str, str], above: str, named: tuple[str, str]) -> dict[str, str]:
    words = given.get("评分办法", "")
    kind, content = rule_of(words, given.get("目标值", ""))
    department = given.get("提供数据的部门", "")
    return given | {
        "上级编号": above,
        "指标": named[0],
        "分值": given.get("分值") or named[1],
        "计分规则": kind,
        "规则内容": json.dumps(content, ensure_ascii=False),
        "数据来源": "主管部门提供" if department else "考核办评定",
    }


def rule_of(words: str, target: str) -> tuple[str, dict[str, object]]:
    """The label of the rule and what it declares."""
    goal = NUMBER.search(target)
    if (found := SHORT_OF.search(words)) and goal:
        per, unit, points = found[1] or "1", found[2] or "", found[3]
        step = "whole" if "不足" in words and "不扣" in words else "proportional"
        return "达标扣减", {"target": goal[0], "per": per, "unit": unit, "points": points, "step": step}
    if RATIO.search(words):
        return "完成比例", {"target": goal[0]} if goal else {}
    if found_events := EVENTS.findall(words):
        events = [
            {"key": f"e{place}", "name": name.strip("的有") or f"情形{place}", "points": points}
            for place, (name, points) in enumerate(found_events, start=1)
        ]
        return "按次扣分", {"events": events}
    return "评定计分", {"by": words[:200]} if words else {}
