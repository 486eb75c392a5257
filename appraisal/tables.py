"""The ledger of appraisal periods."""

from collections.abc import Iterator
from typing import Any

import django_tables2 as tables
from django.urls import reverse

from appraisal.models import Period
from bureau.matters.deadlines.lights import WORDS
from bureau.matters.tables import MatterTable
from bureau.org.posts import Function
from bureau.pages.columns import NAMED
from bureau.pages.tables import DayColumn

LEDGER = [
    ("number", "编号"),
    ("title", "考核期"),
    ("series", "考核序列"),
    ("count", "单位数"),
    ("reported", "已自评"),
    ("collect", "报送截止"),
    ("published", "公布日期"),
    ("stage", "状态"),
    ("light", "亮灯"),
    ("officer", "经办人"),
]


class PeriodTable(MatterTable):
    title = tables.Column(
        "考核期", accessor="matter__title", orderable=False, attrs={"td": {"class": "main"}}
    )
    lead = tables.Column("考核序列", accessor="named", orderable=False, attrs={"td": {"class": "clipped"}})
    count = tables.Column("单位数", accessor="units", orderable=False, attrs=NAMED)
    collect = DayColumn("报送截止", accessor="collect_until", attrs={"td": {"class": "nowrap"}})
    published = DayColumn("公布日期", accessor="published_on", attrs={"td": {"class": "nowrap"}})

    spare = ("officer",)

    class Meta(MatterTable.Meta):
        model = Period
        fields = ()
        exclude = ("co", "urgency", "opened")
        sequence = ("light", "number", "title", "lead", "count", "collect", "published", "due", "stage")
        empty_text = "还没有考核期。先拟定、审定、公布考核方案，再新建考核期。"

    empty_label = "新建考核期"

    def __init__(self, *args: Any, request: Any, **kwargs: Any) -> None:
        self.reader = request.user
        super().__init__(*args, **kwargs)

    @property
    def empty_url(self) -> str:
        return reverse("appraisal:new") if self.reader.sits_at(Function.APPRAISAL) else ""

    def render_lead(self, value: Any) -> str:
        return "、".join(value)

    @staticmethod
    def ledger_columns() -> list[tuple[str, str]]:
        return LEDGER

    def ledger_rows(self, records: Iterator[Any] | None = None) -> Iterator[list]:
        for record in records or self.records():
            matter = record.matter
            yield [
                matter.number,
                matter.title,
                "、".join(record.named),
                record.units,
                record.reported,
                record.collect_until,
                record.published_on,
                matter.stage,
                WORDS.get(self.lights.of(matter), ""),
                matter.officer.name,
            ]
