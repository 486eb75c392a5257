"""The ledger of cases. Its Excel names units and posts, never persons."""

from collections.abc import Iterator
from typing import Any

import django_tables2 as tables
from django.urls import reverse

from accountability.models import Case
from bureau.matters.deadlines.lights import WORDS
from bureau.matters.tables import MatterTable
from bureau.org.posts import Function
from bureau.pages.columns import NAMED
from bureau.pages.tables import DayColumn, day

LEDGER = [
    ("number", "编号"),
    ("title", "线索名称"),
    ("source", "线索来源"),
    ("fault", "问题类别"),
    ("subjects", "问责对象"),
    ("received", "收到日期"),
    ("filed", "立案日期"),
    ("measures", "问责方式"),
    ("stage", "状态"),
    ("due", "办理时限"),
    ("light", "亮灯"),
    ("officer", "经办人"),
]


class CaseTable(MatterTable):
    title = tables.Column(
        "线索名称", accessor="matter__title", orderable=False, attrs={"td": {"class": "main"}}
    )
    lead = tables.Column("问责对象", accessor="named", orderable=False, attrs={"td": {"class": "clipped"}})
    source = tables.Column("线索来源", accessor="get_source_display", orderable=False, attrs=NAMED)
    fault = tables.Column("问题类别", accessor="get_fault_display", orderable=False, attrs=NAMED)
    received = DayColumn("收到日期", accessor="received_on", attrs={"td": {"class": "nowrap"}})

    spare = ("officer",)

    class Meta(MatterTable.Meta):
        model = Case
        fields = ()
        exclude = ("co", "urgency", "opened")
        sequence = ("light", "number", "title", "lead", "source", "fault", "received", "due", "stage")
        empty_text = "没有符合条件的线索和案件。"

    empty_label = "登记线索"

    def __init__(self, *args: Any, request: Any, **kwargs: Any) -> None:
        self.reader = request.user
        super().__init__(*args, **kwargs)

    @property
    def empty_url(self) -> str:
        return reverse("accountability:new") if self.reader.sits_at(Function.ACCOUNTABILITY) else ""

    def render_lead(self, value: Any) -> str:
        return "、".join(value[:3]) + (f" 等{len(value)}个" if len(value) > 3 else "")

    @staticmethod
    def ledger_columns() -> list[tuple[str, str]]:
        return LEDGER

    def ledger_rows(self, records: Iterator[Any] | None = None) -> Iterator[list]:
        for record in records or self.records():
            matter = record.matter
            yield [
                matter.number,
                matter.title,
                record.get_source_display(),
                record.get_fault_display(),
                "、".join(record.named),
                record.received_on,
                day(record.filed_at),
                "、".join(record.taken),
                matter.stage,
                day(matter.due_at),
                WORDS.get(self.lights.of(matter), ""),
                matter.officer.name,
            ]
