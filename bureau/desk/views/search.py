from collections.abc import Iterable, Sequence
from typing import Any

import django_tables2 as tables
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.views.generic import TemplateView

from bureau.matters.asked_for import Query, read
from bureau.matters.deadlines.lights import Lights
from bureau.matters.excerpts import marked, passage
from bureau.matters.finding import found_by, passages
from bureau.matters.models import Matter
from bureau.matters.rooms import room_of
from bureau.matters.tables import MatterTable
from bureau.org.request import Request
from bureau.org.visible import visible
from bureau.pages.tables import PAGED, DayColumn


class Found(MatterTable):
    """Matters of every room, by their covers. `query`: what was asked; `said`: the passages found besides, by matter."""

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

    def __init__(self, *args: Any, query: Query, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.query = query
        self.said: dict[int, list[tuple[str, str]]] = {}

    def render_light(self, record: Matter) -> str:
        return self.lamp(record)

    def render_kind(self, record: Matter) -> str:
        return room_of(record.kind).label

    def render_number(self, value: str) -> SafeString:
        return marked(value, self.query.words)

    def render_title(self, record: Matter, value: str) -> SafeString:
        title = marked(value, self.query.words)
        return format_html(
            '<a href="{}">{}</a>{}',
            record.get_absolute_url(),
            title,
            self.found_in(self.said.get(record.pk, ())),
        )

    def found_in(self, said: Iterable[tuple[str, str]]) -> SafeString:
        shown = ((where, passage(text, self.query.words)) for where, text in said)
        return format_html_join("", '<span class="found-in">{}：{}</span>', shown)


class Search(TemplateView):
    """By number, title, text, unit, what replies and attachments say: one character or several words, without others, by
    fields; only what the person may see."""

    request: Request
    template_name = "desk/search.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = visible(self.request.GET.get("q", "").replace("\0", "")).strip()
        query, person = read(words), self.request.user
        found = found_by(person, query) if words else Matter.objects.none()
        table = Found(found.order_by("-id"), lights=Lights(), query=query)
        tables.RequestConfig(self.request, paginate=PAGED).configure(table)
        if query.words:
            table.said = passages(person, on_page(table), query.text)
        return super().get_context_data(words=words, query=query, table=table, **kwargs)


def on_page(table: Found) -> Sequence[Matter]:
    return [row.record for row in table.paginated_rows]
