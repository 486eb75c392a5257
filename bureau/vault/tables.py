"""The record of looks, on the screen and in Excel: never who it is, and of the matter its number alone."""

from collections.abc import Iterator
from typing import Any

import django_tables2 as tables
from django.utils import timezone

from bureau.pages.columns import NAMED, ChosenTable
from bureau.pages.tables import DayColumn
from bureau.vault.models import Line

LEDGER = [
    ("at", "时间"),
    ("number", "事项编号"),
    ("kind", "类别"),
    ("person", "经手人"),
    ("right", "凭什么"),
    ("why", "事由"),
    ("whom", "授权给"),
    ("until", "截止日期"),
]
UNNUMBERED = "未编号"


class LineTable(ChosenTable):
    fixed = ("at", "number", "why")

    at = tables.DateTimeColumn(format="Y-m-d H:i:s", verbose_name="时间", attrs={"td": {"class": "nowrap"}})
    number = tables.Column(
        "事项编号", accessor="matter__number", empty_values=(), attrs={"td": {"class": "nowrap"}}
    )
    kind = tables.Column("类别", attrs={"td": {"class": "nowrap"}})
    person = tables.Column("经手人", accessor="person__signature", orderable=False, attrs=NAMED)
    right = tables.Column("凭什么", attrs=NAMED)
    why = tables.Column("事由", orderable=False, attrs={"td": {"class": "main"}})
    whom = tables.Column("授权给", accessor="whom__signature", orderable=False, attrs=NAMED)
    until = DayColumn("截止日期", orderable=False, attrs=NAMED)

    class Meta:
        model = Line
        fields = ()
        order_by = "-at"
        empty_text = "没有符合条件的记录。谁查看了身份、谁授权、谁改正，会逐条列在这里。"

    def __init__(self, *args: Any, lights: object, request: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    def render_number(self, value: str) -> str:
        return value or UNNUMBERED

    def ledger_columns(self) -> list[tuple[str, str]]:
        return LEDGER

    def ledger_rows(self) -> Iterator[list]:
        return (ledger_row(row.record) for row in self.rows)


def ledger_row(line: Line) -> list:
    """The cells of one line, in the order of LEDGER."""
    return [
        f"{timezone.localtime(line.at):%Y-%m-%d %H:%M:%S}",
        line.matter.number or UNNUMBERED,
        line.get_kind_display(),
        line.person.signature,
        line.right,
        line.why,
        line.whom.signature if line.whom else "",
        line.until,
    ]
