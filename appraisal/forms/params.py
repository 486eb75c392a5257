"""The fields of a rule and of what it asks for, as boxes of a form: what stands in a box, and back. The engine says what is wrong with it;
a box only has to be read.

Rows are lines with their cells split by a comma, maps are lines 「名称：值」.
"""

import json
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django import forms

from appraisal.scoring import Param
from appraisal.wording import keyed
from bureau.pages.fields import words

LONG = 4000
COMMA, COLON = re.compile(r"\s*[，,\t]\s*"), re.compile(r"\s*[：:]\s*")
HELP = {
    "list": "各数用逗号隔开。",
    "texts": "一行一个。",
    "numbers": "一行一个：名称：数值。",
    "lists": "一行一个：名称：数值，数值，……",
    "groups": "一行一组：组名：选项=票数，选项=票数，……",
    "rate": "百分数，或者写分数，如 1/3。",
    "rule": "按考核方案文件格式写（JSON）。",
    "one": "按考核方案文件格式写（JSON）。",
    "raw": "按考核方案文件格式写（JSON）。",
}


def field_of(param: Param) -> forms.Field:
    """Its box. What is left empty takes the default."""
    must = param.required and param.type != "flag"
    label = f"{param.label}（{param.unit}）" if param.unit else param.label
    if param.type == "flag":
        return forms.BooleanField(label=label, required=False, help_text=param.help)
    if param.type == "choice":
        return forms.ChoiceField(label=label, choices=param.choices, required=must, help_text=param.help)
    return words(label, LONG, rows_of(param), required=must, help_text=param.help or help_of(param))


def rows_of(param: Param) -> int:
    return 1 if param.type in ("number", "whole", "rate", "text", "key", "list") else 4


def help_of(param: Param) -> str:
    if is_table(param):
        cells = "，".join(f"{one.label}{'' if one.required else '（可空）'}" for one in param.columns)
        return f"一行一组：{cells}"
    return HELP.get(param.type, HELP["raw"] if param.type == "rows" else "")


def is_table(param: Param) -> bool:
    """Whether its rows can be written as lines of cells."""
    flat = ("number", "whole", "rate", "text", "key", "choice")
    return param.type == "rows" and all(one.type in flat for one in param.columns)


def kinds_in(rule: Mapping[str, Any]) -> dict[str, str]:
    """The kinds of thing that a rule tells apart, by their keys: what is counted, what a thing may be."""
    return {row["key"]: row.get("name") or row["key"] for row in keyed(rule)}


# --- what stands in the box -----------------------------------------------------------------------------
def written(param: Param, raw: Any) -> Any:
    """The declared value as it is typed."""
    if raw is None or param.type in ("flag", "choice"):
        return raw
    if is_table(param):
        return "\n".join(
            "，".join(str(row.get(one.name) or "") for one in param.columns).rstrip("，") for row in raw
        )
    return WRITERS.get(param.type, plainly)(raw)


def plainly(raw: Any) -> str:
    if isinstance(raw, Decimal):
        return f"{raw.normalize():f}"
    return raw if isinstance(raw, str) else json.dumps(raw, ensure_ascii=False, default=str)


WRITERS: dict[str, Callable[[Any], str]] = {
    "list": lambda raw: "，".join(map(str, raw)),
    "texts": "\n".join,
    "numbers": lambda raw: "\n".join(f"{key}：{value}" for key, value in raw.items()),
    "lists": lambda raw: "\n".join(f"{key}：{'，'.join(map(str, value))}" for key, value in raw.items()),
    "groups": lambda raw: "\n".join(
        f"{key}：{'，'.join(f'{name}={count}' for name, count in value.items())}"
        for key, value in raw.items()
    ),
}


# --- and back -------------------------------------------------------------------------------------------
def read(param: Param, typed: Any) -> Any:
    """What was typed, as the document says it; None where the box was left empty. Raises ValidationError."""
    if param.type == "flag":
        return True if typed else None
    if typed in (None, ""):
        return None
    if is_table(param):
        return [table_row(param, line) for line in lines(typed)]
    return READERS.get(param.type, str)(typed)


def table_row(param: Param, line: str) -> dict[str, str]:
    cells = COMMA.split(line)
    if len(cells) > len(param.columns):
        raise forms.ValidationError(f"“{param.label}”里这一行多了：{line}。{help_of(param)}。")
    return {one.name: cell for one, cell in zip(param.columns, cells, strict=False) if cell}


def lines(typed: str) -> list[str]:
    return [line.strip() for line in typed.splitlines() if line.strip()]


def pairs(typed: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines(typed):
        key, *rest = COLON.split(line, maxsplit=1)
        if not rest or not key or key in found:
            raise forms.ValidationError(f"这一行不成“名称：值”，或者名称重复：{line}")
        found[key] = rest[0]
    return found


def counts(line: str) -> dict[str, str]:
    found = {}
    for cell in COMMA.split(line):
        name, sign, count = cell.partition("=")
        if not sign:
            raise forms.ValidationError(f"这一组不成“选项=票数”：{cell}")
        found[name.strip()] = count.strip()
    return found


def in_json(typed: str) -> Any:
    try:
        return json.loads(typed, parse_float=str, parse_int=str)
    except ValueError as wrong:
        raise forms.ValidationError(f"不是正确的 JSON：{wrong}") from wrong
    except RecursionError:
        raise forms.ValidationError("JSON 的层次太多，请核对。") from None


READERS: dict[str, Callable[[str], Any]] = {
    "list": lambda typed: [cell for cell in COMMA.split(typed) if cell],
    "texts": lines,
    "numbers": pairs,
    "lists": lambda typed: {key: COMMA.split(value) for key, value in pairs(typed).items()},
    "groups": lambda typed: {key: counts(value) for key, value in pairs(typed).items()},
    "rows": in_json,
    "rule": in_json,
    "one": in_json,
    "raw": in_json,
}


def gathered(form: forms.BaseForm, known: Mapping[str, Param], cleaned: Mapping[str, Any]) -> dict[str, Any]:
    """name of the field → Param, as one declaration; what cannot be read is told beside its box."""
    found = {}
    for name, param in known.items():
        try:
            value = read(param, cleaned.get(name))
        except forms.ValidationError as wrong:
            form.add_error(name, wrong)
            continue
        if value is not None:
            found[param.name] = value
    return found
