"""The ledger of complaints and the register of receptions, on the screen and in Excel."""

from collections.abc import Iterator
from typing import Any

import django_tables2 as tables
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from bureau.matters.access.visibility import stands_above_units
from bureau.matters.tables import RoomTable
from bureau.org.collective import township_ids
from bureau.org.posts import Function
from bureau.pages.columns import NAMED, ChosenTable
from bureau.pages.tables import CHUNK, NOTHING, DayColumn, day
from complaints.columns import LEDGER, lead_words, ledger_row
from complaints.models import Complaint, Reception, Visit

SPARED = {
    "td": {"class": "nowrap named minor"},
    "th": {"class": "minor"},
}  # on a phone to who chose it


class ComplaintTable(RoomTable):
    title = tables.Column(
        "投诉事项", accessor="matter__title", orderable=False, attrs={"td": {"class": "main"}}
    )
    received = DayColumn("收到日期", accessor="received_at", attrs=SPARED)
    co = None
    lead = tables.Column("承办", empty_values=(), orderable=False, attrs={"td": {"class": "clipped"}})
    cause = tables.Column("事由", orderable=False, attrs=NAMED)
    channel = tables.Column("渠道", orderable=False, attrs=NAMED)
    respondent = tables.Column("被投诉单位", accessor="respondent__short", orderable=False, attrs=NAMED)

    spare = (*RoomTable.spare, "cause", "channel", "respondent")

    class Meta(RoomTable.Meta):
        model = Complaint
        fields = ()
        empty_text = "没有符合条件的投诉。"
        sequence = ("tick", "light", "number", "received", "title", "lead", "due", "stage")

    empty_label = "登记来电来信来访"

    def __init__(self, *args: Any, request: Any, **kwargs: Any) -> None:
        self.above = stands_above_units(request.user)
        hidden = () if self.above else ("received", "channel", "respondent", "officer")
        super().__init__(*args, request=request, exclude=hidden, **kwargs)

    @property
    def empty_url(self) -> str:
        return reverse("complaints:new") if self.reader.sits_at(Function.COMPLAINTS) else ""

    def render_lead(self, record: Any) -> str:
        return lead_words(record) or NOTHING

    @staticmethod
    def ledger_columns() -> list[tuple[str, str]]:
        return LEDGER

    def ledger_rows(self, records: Iterator[Any] | None = None) -> Iterator[list]:
        towns = township_ids()
        for record in records or self.records():
            yield ledger_row(record, self.above, self.lights, towns)


SHOWN_WANTS = 30  # characters of what was asked
RECEPTIONS = [
    ("number", "编号"),
    ("received", "收到时间"),
    ("channel", "渠道"),
    ("persons", "人次"),
    ("title", "事由"),
    ("wants", "反映内容"),
    ("outcome", "去向"),
    ("answer", "当场答复"),
    ("received_by", "接待人"),
]


class ReceptionTable(ChosenTable):
    """来信来访来电登记簿. Only the desk reads it."""

    number = tables.Column("编号", attrs={"td": {"class": "nowrap"}})
    received_at = tables.DateTimeColumn(
        "Y-m-d H:i", verbose_name="收到时间", attrs={"td": {"class": "nowrap"}}
    )
    channel = tables.Column("渠道", orderable=False)
    persons = tables.Column("人次", attrs=NAMED)
    title = tables.Column("事由", orderable=False, attrs={"td": {"class": "main"}})
    outcome = tables.Column("去向", empty_values=(), orderable=False, attrs={"td": {"class": "nowrap"}})
    received_by = tables.Column("接待人", accessor="received_by__name", orderable=False, attrs=NAMED)

    spare = ("received_by",)

    class Meta:
        model = Reception
        fields = ()
        order_by = "-received_at"
        empty_text = "没有符合条件的来信来访来电。"
        sequence = ("number", "received_at", "channel", "persons", "title", "outcome")

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    def render_title(self, record: Reception, value: str) -> SafeString:
        """What was answered on the spot has no title of its own: what was asked tells it from others."""
        words = value if record.complaint else f"{value}：{Truncator(record.wants).chars(SHOWN_WANTS)}"
        return format_html('<a href="{}" title="{}">{}</a>', record.get_absolute_url(), record.wants, words)

    def render_outcome(self, record: Reception) -> str:
        if not record.complaint:
            return outcome(record)
        matter = record.complaint.matter
        return format_html('转为投诉 <a href="{}">{}</a>', matter.get_absolute_url(), matter.number)

    @staticmethod
    def ledger_columns() -> list[tuple[str, str]]:
        return RECEPTIONS

    def ledger_rows(self) -> Iterator[list]:
        for record in self.data.data.iterator(chunk_size=CHUNK):
            yield [
                record.number,
                day(record.received_at),
                record.get_channel_display(),
                record.persons,
                record.title,
                record.wants,
                outcome(record),
                record.answer,
                record.received_by.name,
            ]


def outcome(record: Reception) -> str:
    """Where it went."""
    return f"转为投诉{record.complaint.matter.number}" if record.complaint else "当场答复"


VISITS = [
    ("number", "编号"),
    ("kind", "方式"),
    ("held", "日期"),
    ("place", "地点"),
    ("went", "参加人员"),
    ("count", "企业家数"),
    ("enterprises", "企业（同意公开的）"),
    ("raised", "反映问题"),
    ("waiting", "待处理"),
]


class VisitTable(ChosenTable):
    """走访座谈. Records are annotated with `raised` and `waiting`."""

    number = tables.Column("编号", attrs={"td": {"class": "nowrap main"}})
    kind = tables.Column("方式", orderable=False)
    held_on = DayColumn("日期", attrs={"td": {"class": "nowrap"}})
    place = tables.Column("地点", orderable=False)
    count = tables.Column("企业家数")
    raised = tables.Column("反映问题", orderable=False)
    waiting = tables.Column("待处理", orderable=False)

    class Meta:
        model = Visit
        fields = ()
        order_by = "-held_on"
        empty_text = "没有符合条件的走访座谈。"
        sequence = ("number", "kind", "held_on", "place", "count", "raised", "waiting")

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    def render_number(self, record: Visit, value: str) -> SafeString:
        return format_html('<a href="{}">{}</a>', record.get_absolute_url(), value)

    @staticmethod
    def ledger_columns() -> list[tuple[str, str]]:
        return VISITS

    def ledger_rows(self) -> Iterator[list]:
        for record in self.data.data:
            yield [
                record.number,
                record.get_kind_display(),
                record.held_on,
                record.place,
                record.went,
                record.count,
                record.enterprises,
                record.raised,
                record.waiting,
            ]
