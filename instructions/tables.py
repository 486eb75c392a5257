"""The ledger of instructions, on the screen and in Excel."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import django_tables2 as tables
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from bureau.matters.parts.latest import latest_words
from bureau.matters.tables import RoomTable
from bureau.org.collective import township_ids
from bureau.org.posts import Function
from bureau.pages.tables import CHUNK
from instructions.columns import LEDGER, answered_on, lead_words, ledger_row, progress_of
from instructions.facts import rounds_as_read
from instructions.figures import joined
from instructions.models import Instruction

SHOWN_WORDS, SHOWN_PROGRESS = 50, 30


class InstructionTable(RoomTable):
    """Of the first word as the reader reads it: by whom and when; of the latest: what. `Ledger` gives the records
    `whole`: whether the reader reads what is not for units."""

    date = tables.Column("批示领导、日期", empty_values=(), attrs={"td": {"class": "nowrap"}})
    title = tables.Column(
        "来文与批示", accessor="paper__title", orderable=False, attrs={"td": {"class": "main"}}
    )
    lead = tables.Column("承办单位", empty_values=(), orderable=False)

    class Meta(RoomTable.Meta):
        model = Instruction
        fields = ()
        empty_text = "没有符合条件的批示件。"
        sequence = (
            "tick",
            "light",
            "number",
            "date",
            "title",
            "lead",
            "co",
            "due",
            "stage",
            "open",
        )

    empty_label = "登记批示件"

    @property
    def empty_url(self) -> str:
        return reverse("instructions:new") if self.reader.sits_at(Function.INSTRUCTIONS) else ""

    def before_render(self, request: HttpRequest) -> None:
        self.latest = latest_words(self.reader, [row.record for row in self.paginated_rows])

    def render_date(self, record: Any) -> str:
        rounds = rounds_as_read(record, record.whole)
        return under(rounds[0].leader_name, f"{rounds[0].date:%Y-%m-%d}") if rounds else "—"

    def render_title(self, record: Any, value: str) -> SafeString:
        rounds, lines = rounds_as_read(record, record.whole), []
        if rounds:
            which = f"第{rounds[-1].number}轮：" if len(rounds) > 1 else ""
            lines.append(which + Truncator(rounds[-1].shown).chars(SHOWN_WORDS))
        if progress := progress_of(record, self.latest):
            lines.append(f"进展：{Truncator(progress).chars(SHOWN_PROGRESS)}")
        title = format_html('<a href="{}">{}</a>', record.matter.get_absolute_url(), value)
        return under(title, *lines)

    def render_lead(self, record: Any) -> str:
        return lead_words(record) or "—"

    def render_stage(self, value: str, record: Any) -> str:
        answered = answered_on(record)
        return under(super().render_stage(value, record), *([f"{answered:%m-%d}反馈"] if answered else []))

    def order_number(self, queryset: QuerySet, is_descending: bool) -> tuple[QuerySet, bool]:
        """Numbers are taken when it is registered: 10 comes after 9."""
        return queryset.order_by("-pk" if is_descending else "pk"), True

    def order_date(self, queryset: QuerySet, is_descending: bool) -> tuple[QuerySet, bool]:
        by = ["-opening__date", "-pk"] if is_descending else ["opening__date", "pk"]
        return joined(queryset).order_by(*by), True

    @staticmethod
    def ledger_columns() -> list[tuple[str, str]]:
        return LEDGER

    def ledger_rows(self) -> Iterator[list]:
        towns, records = township_ids(), self.records()
        while chunk := list(islice(records, CHUNK)):
            latest = latest_words(self.reader, chunk)
            for record in chunk:
                yield ledger_row(record, self.lights, towns, progress_of(record, latest))


def under(head: str, *lines: str) -> SafeString:
    """A cell's first line, and what stands softly under it."""
    soft = format_html_join("", '<br><span class="soft">{}</span>', ((line,) for line in lines))
    return format_html("<span>{}{}</span>", head, soft)
