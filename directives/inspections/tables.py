"""The ledger of inspections, on the screen and in Excel."""

from collections.abc import Iterator
from typing import Any

import django_tables2 as tables

from bureau.matters.deadlines.lights import WORDS
from bureau.matters.tables import MatterTable
from bureau.pages.columns import NAMED
from bureau.pages.tables import day
from directives.inspections.models import Inspection

LEDGER = [
    ("number", "编号"),
    ("title", "督查活动"),
    ("type", "督查类型"),
    ("targets", "督查对象"),
    ("period", "时间"),
    ("head", "组长"),
    ("findings", "发现问题"),
    ("stage", "状态"),
    ("due", "办理时限"),
    ("light", "亮灯"),
    ("officer", "经办人"),
]


class InspectionTable(MatterTable):
    title = tables.Column(
        "督查活动", accessor="matter__title", orderable=False, attrs={"td": {"class": "main"}}
    )
    lead = tables.Column(  # where a card shows the lead, too
        "督查对象", accessor="named", orderable=False, attrs={"td": {"class": "clipped"}}
    )
    period = tables.Column("时间", accessor="begins_on", attrs={"td": {"class": "nowrap"}})
    type = tables.Column("督查类型", accessor="get_type_display", orderable=False, attrs=NAMED)
    findings = tables.Column(
        "发现问题", accessor="problems", orderable=False, attrs={"td": {"class": "nowrap"}}
    )

    spare = ("officer", "type")

    class Meta(MatterTable.Meta):
        model = Inspection
        fields = ()
        exclude = ("co", "urgency", "opened")
        sequence = ("light", "number", "title", "lead", "period", "findings", "due", "stage")

    def __init__(self, *args: Any, request: Any, **kwargs: Any) -> None:
        self.reader = request.user
        super().__init__(*args, **kwargs)

    def render_lead(self, value: Any) -> str:
        return "、".join(value[:3]) + (f" 等{len(value)}家" if len(value) > 3 else "")

    def render_period(self, record: Inspection) -> str:
        return record.period_words

    def render_findings(self, value: int) -> str:
        return f"问题{value}项" if value else ""

    @staticmethod
    def ledger_columns() -> list[tuple[str, str]]:
        return LEDGER

    def ledger_rows(self, records: Iterator[Any] | None = None) -> Iterator[list]:
        for record in records or self.records():
            matter = record.matter
            yield [
                matter.number,
                matter.title,
                record.get_type_display(),
                "、".join(record.named),
                record.period_words,
                record.head.signature,
                record.problems,
                matter.stage,
                day(matter.due_at),
                WORDS.get(self.lights.of(matter), ""),
                matter.officer.name,
            ]
