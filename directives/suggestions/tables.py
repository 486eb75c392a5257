"""The ledger of suggestions, on the screen and in Excel."""

from collections.abc import Iterator
from typing import Any

import django_tables2 as tables
from django.urls import reverse

from bureau.matters.deadlines.lights import WORDS, Lights
from bureau.matters.tables import RoomTable
from bureau.org.posts import Function
from bureau.pages.columns import NAMED
from bureau.pages.tables import DayColumn, day
from directives.suggestions.models import Suggestion

LEDGER = [
    ("number", "编号"),
    ("title", "建议事项"),
    ("addressee", "提给"),
    ("opened", "发出日期"),
    ("due", "答复时限"),
    ("answered", "答复日期"),
    ("verdict", "答复"),
    ("answer", "理由和打算"),
    ("paper", "采纳文件"),
    ("stage", "状态"),
    ("light", "亮灯"),
    ("officer", "经办人"),
]


class SuggestionTable(RoomTable):
    title = tables.Column(
        "建议事项", accessor="matter__title", orderable=False, attrs={"td": {"class": "main"}}
    )
    lead = tables.Column("提给", accessor="addressee", orderable=False, attrs={"td": {"class": "clipped"}})
    verdict = tables.Column("答复", orderable=False, attrs=NAMED, empty_values=("",), default="未答复")
    paper = tables.Column("采纳文件", orderable=False, attrs={"td": {"class": "clipped"}}, empty_values=("",))
    due = DayColumn("答复时限", accessor="matter__due_at", attrs={"td": {"class": "nowrap"}})
    opened = DayColumn("发出日期", accessor="matter__opened_at", attrs=NAMED)
    co = urgency = None
    spare = ("officer", "opened")

    class Meta(RoomTable.Meta):
        model = Suggestion
        fields = ()
        empty_text = "没有符合条件的督查建议。"
        sequence = ("tick", "light", "number", "title", "lead", "due", "verdict", "paper", "stage")

    empty_label = "提出督查建议"

    @property
    def empty_url(self) -> str:
        return reverse("suggestions:new") if self.reader.sits_at(Function.SUGGESTIONS) else ""

    def render_lead(self, value: Any) -> Any:
        return value

    def render_verdict(self, record: Any) -> str:
        return record.get_verdict_display()

    @staticmethod
    def ledger_columns() -> list[tuple[str, str]]:
        return LEDGER

    def ledger_rows(self, records: Iterator[Any] | None = None) -> Iterator[list]:
        for record in records or self.records():
            yield ledger_row(record, self.lights)


def ledger_row(suggestion: Suggestion, lights: Lights) -> list:
    """The cells of one suggestion, in the order of LEDGER."""
    matter = suggestion.matter
    return [
        matter.number,
        matter.title,
        suggestion.addressee,
        day(matter.opened_at),
        day(matter.due_at),
        day(matter.finished_at),
        suggestion.get_verdict_display(),
        suggestion.answer,
        suggestion.paper,
        matter.stage,
        WORDS.get(lights.of(matter), ""),
        matter.officer.name,
    ]
