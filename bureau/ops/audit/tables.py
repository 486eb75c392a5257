"""The audit lines, on the screen and in Excel."""

from collections.abc import Iterator
from typing import Any

import django_tables2 as tables
from django.utils import timezone

from bureau.org.models import AdminEntry
from bureau.pages.columns import NAMED, ChosenTable

LEDGER = [
    ("at", "时间"),
    ("kind", "类别"),
    ("actor", "经手人"),
    ("account", "经手账号"),
    ("sentence", "内容"),
    ("person", "所涉账号"),
    ("address", "网络地址"),
    ("place", "序号"),
    ("digest", "链码"),
]
SHORT = {"td": {"class": "nowrap"}}


class AuditTable(ChosenTable):
    fixed = ("at", "kind", "sentence")

    at = tables.DateTimeColumn(format="Y-m-d H:i:s", verbose_name="时间", attrs=SHORT)
    kind = tables.Column("类别", attrs=SHORT)
    actor = tables.Column("经手人", accessor="actor_words", orderable=False, attrs=NAMED)
    sentence = tables.Column("内容", orderable=False, attrs={"td": {"class": "main"}})
    person = tables.Column("所涉账号", accessor="person__username", orderable=False, attrs=NAMED)
    address = tables.Column("网络地址", orderable=False, attrs=SHORT)

    class Meta:
        model = AdminEntry
        fields = ()
        order_by = "-at"
        empty_text = "没有符合条件的记录。登录、岗位、密码、导出、打印、查看限阅事项等，会逐条列在这里。"

    def __init__(self, *args: Any, lights: object, request: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    def ledger_columns(self) -> list[tuple[str, str]]:
        return LEDGER

    def ledger_rows(self) -> Iterator[list]:
        return (ledger_row(row.record) for row in self.rows)


def ledger_row(entry: AdminEntry) -> list:
    """The cells of one line, in the order of LEDGER."""
    return [
        f"{timezone.localtime(entry.at):%Y-%m-%d %H:%M:%S}",
        entry.get_kind_display(),
        entry.actor_words,
        entry.actor.username if entry.actor else "",
        entry.sentence,
        entry.person.username if entry.person else "",
        entry.address or "",
        entry.place,
        entry.digest,
    ]
