"""The ledger of instructions, on the screen and in Excel."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

import django_tables2 as tables
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
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
    co = None  # how many they are stands beside the lead
    lead = tables.Column("承办单位", empty_values=(), orderable=False, attrs={"td": {"class": "clipped"}})

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
            "due",
            "stage",
        )

    empty_label = "登记批示件"

    @property
    def empty_url(self) -> str:
        return reverse("instructions:new") if self.reader.sits_at(Function.INSTRUCTIONS) else ""

    def before_render(self, request: HttpRequest) -> None:
        self.latest = latest_words(self.reader, [row.record for row in self.paginated_rows])

    def render_date(self, record: Any) -> str:
        rounds = rounds_as_read(record, record.whole)
        return beside(rounds[0].leader_name, short_date(rounds[0].date)) if rounds else "—"

    def render_title(self, record: Any, value: str) -> SafeString:
        rounds, lines = rounds_as_read(record, record.whole), []
        if rounds:
            which = f"第{rounds[-1].number}轮：" if len(rounds) > 1 else ""
            lines.append(which + Truncator(rounds[-1].shown).chars(SHOWN_WORDS))
        if progress := progress_of(record, self.latest):
            lines.append(f"进展：{Truncator(progress).chars(SHOWN_PROGRESS)}")
        whole = "\n".join((value, *lines))
        title = format_html('<a href="{}" title="{}">{}</a>', record.matter.get_absolute_url(), whole, value)
        return beside(title, *lines)

    def render_lead(self, record: Any) -> str:
        beside_it = f"等{len(record.co) + 1}家" if record.co else ""
        return beside(lead_words(record) or "—", *filter(None, [beside_it]))

    def render_stage(self, value: str, record: Any) -> str:
        answered = answered_on(record)
        return beside(super().render_stage(value, record), *([f"{answered:%m-%d}反馈"] if answered else []))

    def order_number(self, queryset: QuerySet, is_descending: bool) -> tuple[QuerySet, bool]:
        """Numbers are taken when it is registered: 10 comes after 9."""
        return queryset.order_by("-pk" if is_descending else "pk"), True

    def order_date(self, queryset: QuerySet, is_descending: bool) -> tuple[QuerySet, bool]:
        by = ["-opening__date", "-pk"] if is_descending else ["opening__date", "pk"]
        return joined(queryset).order_by(*by), True

    @staticmethod
    def ledger_columns() -> list[tuple[str, str]]:
        return LEDGER

    def ledger_rows(self, records: Iterator[Any] | None = None) -> Iterator[list]:
        towns, records = township_ids(), records or self.records()
        while chunk := list(islice(records, CHUNK)):
            latest = latest_words(self.reader, chunk)
            for record in chunk:
                yield ledger_row(record, self.lights, towns, progress_of(record, latest))


def short_date(day: date) -> str:
    """With its year where that is not this one."""
    return f"{day:%m-%d}" if day.year == timezone.localdate().year else f"{day:%Y-%m-%d}"


def beside(head: str, *more: str) -> SafeString:
    """What a cell says, and what stands softly beside it; where there is no room, what is cut off is in the title."""
    return format_html(
        "{}{}", head, format_html_join("", ' <span class="soft">{}</span>', ((one,) for one in more))
    )
