from typing import Any

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.generic import TemplateView

from bureau.matters.deadlines.lights import Lights
from bureau.matters.finding import found_by
from bureau.matters.models import Matter
from bureau.matters.rooms import room_of
from bureau.matters.tables import MatterTable
from bureau.org.request import Request
from bureau.org.visible import visible
from bureau.pages.tables import PAGED, DayColumn


class Found(MatterTable):
    """Matters of every room, by their covers."""

    light = tables.Column("亮灯", accessor="pk", orderable=False, attrs={"td": {"class": "nowrap"}})
    kind = tables.Column("业务", orderable=False, attrs={"td": {"class": "nowrap"}})
    number = tables.Column("编号", default="未编号", orderable=False, attrs={"td": {"class": "nowrap"}})
    title = tables.Column("事项", orderable=False, attrs={"td": {"class": "main"}})
    due = DayColumn(
        "办理时限",
        accessor="due_at",
        orderable=False,
        attrs={"td": {"class": "nowrap"}},
    )
    stage = tables.Column("状态", orderable=False, attrs={"td": {"class": "nowrap"}})
    lead = co = officer = opened = urgency = None
    spare = ()

    class Meta:
        model = Matter
        fields = ()
        sequence = ("light", "kind", "number", "title", "due", "stage")
        empty_text = "没有找到。可以换一个词，或只输编号里的数字。"

    def render_light(self, record: Matter) -> str:
        return self.lamp(record)

    def render_kind(self, record: Matter) -> str:
        return room_of(record.kind).label

    def render_title(self, record: Matter, value: str) -> SafeString:
        return format_html('<a href="{}">{}</a>', record.get_absolute_url(), value)


class Search(TemplateView):
    """By number, title, text, unit: one character or several words; only what the person may see."""

    request: Request
    template_name = "desk/search.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = visible(self.request.GET.get("q", "").replace("\0", "")).strip()
        found = found_by(self.request.user, words) if words else Matter.objects.none()
        table = Found(found.order_by("-id"), lights=Lights())
        tables.RequestConfig(self.request, paginate=PAGED).configure(table)
        return super().get_context_data(words=words, table=table, **kwargs)
