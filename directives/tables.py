"""The ledger of directives, on the screen and in Excel."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString

from bureau.matters.deadlines.lights import Lights
from bureau.matters.parts.latest import latest_words
from bureau.matters.tables import RoomTable
from bureau.org.collective import in_words, township_ids
from bureau.pages.tables import CHUNK, day
from directives.curves import sparkline
from directives.models import Directive
from directives.progress import Progress, progress_for

LEDGER = [
    ("number", "编号"),
    ("title", "督查事项"),
    ("source", "来源"),
    ("category", "类别"),
    ("lead", "牵头单位"),
    ("co", "协办单位"),
    ("leader", "责任领导"),
    ("opened", "交办日期"),
    ("due", "办理时限"),
    ("finished", "完成日期"),
    ("stage", "状态"),
    ("light", "亮灯"),
    ("target", "目标"),
    ("value", "累计完成"),
    ("rate", "完成率"),
    ("against", "与序时进度比较"),
    ("progress", "最新进展"),
    ("officer", "经办人"),
]


class DirectiveTable(RoomTable):
    measured = tables.Column(
        "目标进度", accessor="pk", orderable=False, attrs={"td": {"class": "nowrap named measured"}}
    )

    class Meta(RoomTable.Meta):
        model = Directive
        fields = ()
        sequence = ("tick", "light", "number", "title", "lead", "co", "due", "measured", "stage")

    def render_measured(self, record: Directive) -> SafeString | str:
        progress = progress_for(self.reader, record)
        if progress is None:
            return ""
        return format_html(
            '<span title="{}">{} {}</span>',
            progress.words,
            sparkline(progress),
            progress.rate or progress.brief,
        )

    @staticmethod
    def ledger_columns() -> list[tuple[str, str]]:
        return LEDGER

    def ledger_rows(self, records: Iterator[Any] | None = None) -> Iterator[list]:
        towns, records = township_ids(), records or self.records()
        while chunk := list(islice(records, CHUNK)):
            latest = latest_words(self.reader, chunk)
            for record in chunk:
                told = measured(progress_for(self.reader, record))
                yield ledger_row(record, self.lights, towns, told, latest.get(record.pk, ""))


def measured(progress: Progress | None) -> list[str]:
    """Target, what was reached, its share, and how that compares with the plan."""
    if progress is None:
        return ["", "", "", ""]
    done = "" if progress.value is None else progress.target.of(progress.value)
    return [progress.target.words, done, progress.rate, progress.against_plan]


def ledger_row(
    directive: Directive, lights: Lights, towns: frozenset[int], told: list[str], progress: str
) -> list:
    """The cells of one directive, in the order of LEDGER."""
    matter, lead = directive.matter, directive.lead
    return [
        matter.number,
        matter.title,
        directive.source.words,
        directive.category,
        lead.unit.short if lead else "",
        in_words([part.unit for part in directive.co], towns),
        directive.leader,
        day(matter.opened_at),
        day(matter.due_at),
        day(matter.finished_at),
        matter.stage,
        lights.of(matter).words,
        *told,
        progress,
        matter.officer.name,
    ]
