"""The values of one indicator of all units as a table, out and in again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError

from appraisal.actions.valuing import Cell, Typed
from appraisal.forms.cells import Box
from appraisal.forms.params import kinds_in, read, written
from appraisal.models import Indicator, Value
from appraisal.scoring import Param, check_inputs, inputs_of
from bureau.notices.admin.entering import rows
from bureau.notices.admin.entering.kinds import Column, Kind, picked
from bureau.notices.admin.entering.known import Unread, chosen

STATUS = Value.Status


def inputs(indicator: Indicator) -> list[tuple[str, Param, str]]:
    """(what the column is called, what it fills, of it which thing that is counted)."""
    kinds = kinds_in(indicator.rule or {})
    found = []
    for param in inputs_of(indicator.rule or {}):
        if param.type == "numbers" and kinds:
            found += [(label, param, key) for key, label in kinds.items()]
        else:
            found.append((param.label, param, ""))
    return found


def kind_of(indicator: Indicator) -> Kind:
    columns = [
        Column(label, f"input-{place}") for place, (label, _param, _key) in enumerate(inputs(indicator))
    ]
    return Kind(
        Value,
        (
            Column("单位", "unit", must=True),
            picked("情况", "status", lambda words: chosen(words, STATUS.choices), usual=STATUS.GIVEN),
            *columns,
            Column("完成情况", "words"),
        ),
        help="空着的单位不录入，不当作零；没有任务的“情况”填“不适用”，并在“完成情况”写明理由。",
    )


def cells_of(
    indicator: Indicator, boxes: Sequence[Box], table: rows.Table, looked_at: datetime | None = None
) -> dict[Cell, Typed]:
    """What the table gives, each on the version that stood when the preview was looked at; what is wrong becomes a problem of its row."""
    by_unit = {name: box for box in boxes for name in (box.part.unit.short, box.part.unit.name)}
    found: dict[Cell, Typed] = {}
    for row in table.rows:
        box = by_unit.get(row.words.get("unit", ""))
        if box is None:
            row.problems["unit"] = f"“{row.words.get('unit', '')}”不是这项指标的被考核单位。"
        elif box.cell in found:
            row.problems["unit"] = "这个单位写了两行。"
        elif (typed := typed_of(indicator, box, row)) is not None:
            changed = looked_at and box.value and box.value.at > looked_at
            found[box.cell] = replace(typed, seen=typed.seen - 1) if changed else typed
    return found


def typed_of(indicator: Indicator, box: Box, row: rows.Row) -> Typed | None:
    """None where the row says nothing, or is wrong."""
    try:
        status = chosen(row.words.get("status") or STATUS.GIVEN.label, STATUS.choices)
    except Unread as why:
        row.problems["status"] = str(why)
        return None
    said, data = row.words.get("words", ""), data_of(indicator, row)
    if len(said) > Value.WORDS_LENGTH:
        row.problems["words"] = f"最多{Value.WORDS_LENGTH}字。"
    if status == STATUS.NOT_APPLICABLE:
        data = {}
        if not said:
            row.problems["words"] = "不适用的，请写明理由。"
    elif not data:
        return None
    elif faults := check_inputs(indicator.rule or {}, data):
        row.problems["input-0"] = "；".join(faults)
    seen = box.value.version if box.value else 0
    self_score = box.value.self_score if box.value else None
    return None if row.problems else Typed(status, data, seen, said, self_score)


def data_of(indicator: Indicator, row: rows.Row) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for place, (_label, param, key) in enumerate(inputs(indicator)):
        words = (
            row.words.get(f"input-{place}", "").replace(",", "")
            if key
            else row.words.get(f"input-{place}", "")
        )
        if key:
            data.setdefault(param.name, {})[key] = words
        elif words:
            try:
                data[param.name] = read(param, words)
            except ValidationError as wrong:
                row.problems[f"input-{place}"] = "；".join(wrong.messages)
    return {name: filled(value) for name, value in data.items() if not is_empty(value)}


def is_empty(value: Any) -> bool:
    return isinstance(value, dict) and not any(value.values())


def filled(value: Any) -> Any:
    """What was left empty beside something that was counted is none."""
    return {key: count or "0" for key, count in value.items()} if isinstance(value, dict) else value


class GridTable:
    """As `bureau.pages.export` writes it."""

    def __init__(self, indicator: Indicator, boxes: Sequence[Box]) -> None:
        self.indicator, self.rows = indicator, boxes

    def ledger_columns(self) -> list[tuple[str, str]]:
        return [(column.name, column.label) for column in kind_of(self.indicator).columns]

    def ledger_rows(self) -> Iterator[list[Any]]:
        for box in self.rows:
            data = box.value.data if box.value else {}
            values = [
                (data.get(param.name) or {}).get(key, "")
                if key
                else written(param, data.get(param.name)) or ""
                for _label, param, key in inputs(self.indicator)
            ]
            status = box.value.get_status_display() if box.value else STATUS.GIVEN.label
            yield [box.part.unit.short, status, *values, box.value.words if box.value else ""]
