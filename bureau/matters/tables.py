"""The columns that every ledger of matters shares."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import django_tables2 as tables
from django.db.models import F, QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString

from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Assignment, Matter
from bureau.matters.rooms import tone_of
from bureau.org.request import Request
from bureau.pages.columns import NAMED, ChosenTable
from bureau.pages.tables import CHUNK, NOTHING, DayColumn, part


def trouble_first(records: QuerySet) -> QuerySet:
    """Overdue, nearly due, then by date; after that what is prepared, suspended, closed, void, the newest first."""
    return records.order_by("matter__rank", F("matter__runs_until").asc(nulls_last=True), "-pk")


class MatterTable(ChosenTable):
    """A ledger of a room's records. `lights` colours the rows; `ledger_columns` and `ledger_rows` are its Excel."""

    light = tables.Column("亮灯", accessor="matter", attrs={"td": {"class": "nowrap lit"}})
    number = tables.Column(
        "编号", accessor="matter__number", attrs={"td": {"class": "nowrap"}}, default="未编号"
    )
    title = tables.Column(
        "督查事项", accessor="matter__title", orderable=False, attrs={"td": {"class": "main"}}
    )
    lead = tables.Column("牵头单位", accessor="lead", orderable=False, attrs={"td": {"class": "clipped"}})
    co = tables.Column(
        "协办单位",
        accessor="co",
        orderable=False,
        attrs={"td": {"class": "minor clipped"}, "th": {"class": "minor"}},
    )
    due = DayColumn("办理时限", accessor="matter__due_at", attrs={"td": {"class": "nowrap"}})
    stage = tables.Column(
        "状态", accessor="matter__stage", orderable=False, attrs={"td": {"class": "nowrap"}}
    )

    officer = tables.Column("经办人", accessor="matter__officer__name", orderable=False, attrs=NAMED)
    opened: tables.Column = DayColumn("交办日期", accessor="matter__opened_at", attrs=NAMED)
    urgency = tables.Column("办理类别", accessor="matter__urgency", orderable=False, attrs=NAMED)

    spare: tuple[str, ...] = ("officer", "opened", "urgency")

    class Meta:
        order_by = "light"
        default = NOTHING
        empty_text = "没有符合条件的事项。"

    def __init__(self, *args: Any, lights: Lights, **kwargs: Any) -> None:
        self.lights = lights
        super().__init__(*args, **kwargs)

    def order_light(self, queryset: QuerySet, is_descending: bool) -> tuple[QuerySet, bool]:
        if is_descending:
            return queryset.order_by(
                "-matter__rank", F("matter__runs_until").desc(nulls_first=True), "pk"
            ), True
        return trouble_first(queryset), True

    def render_light(self, value: Matter) -> str:
        return self.lamp(value)

    def lamp(self, matter: Matter) -> str:
        light = self.lights.of(matter)
        if not light:
            return NOTHING
        return part("lamp", light=str(light), called=light.words, note=self.lights.note_of(matter))

    def render_title(self, record: Any, value: str) -> SafeString:
        return format_html('<a href="{}" title="{}">{}</a>', record.matter.get_absolute_url(), value, value)

    def render_lead(self, value: Assignment) -> str:
        return value.unit.short

    def render_co(self, value: Iterable[Assignment]) -> str:
        names = [part.unit.short for part in value]
        return "、".join(names[:3]) + (f" 等{len(names)}家" if len(names) > 3 else "") or NOTHING

    def render_stage(self, value: str, record: Any) -> str:
        matter = getattr(record, "matter", record)
        return part("tag", words=value, tone=tone_of(matter.kind, value))

    def records(self) -> Iterator[Any]:
        """The records of every page, in the order of the table, a few hundred held at a time."""
        return self.data.data.iterator(chunk_size=CHUNK)

    @staticmethod
    def ledger_columns() -> list[tuple[str, str]]:
        """Key and label of each column of the ledger, in order."""
        raise NotImplementedError

    def ledger_rows(self, records: Iterator[Any] | None = None) -> Iterator[Sequence]:
        """The values of every row of every page, in the order of the table; or of these records alone, in theirs."""
        raise NotImplementedError


class RoomTable(MatterTable):
    """A room's own ledger: rows to be ticked by the desk; the title is the way to its page."""

    tick = tables.CheckBoxColumn(
        accessor="pk",
        orderable=False,
        attrs={
            "th__input": {"aria-label": "全选"},
            "td__input": {"name": "id", "aria-label": "选中"},
            "td": {"class": "tick"},
        },
    )

    def __init__(self, *args: Any, request: Request, **kwargs: Any) -> None:
        self.reader = request.user
        hidden = [] if self.reader.sits_at(self._meta.model._meta.app_label) else ["tick", "officer"]
        super().__init__(*args, exclude=[*kwargs.pop("exclude", ()), *hidden], **kwargs)
