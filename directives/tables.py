"""The ledger of directives, on the screen and in Excel."""

from itertools import islice

import django_tables2 as tables
from django.utils.html import format_html

from bureau.matters.lights import WORDS
from bureau.matters.tables import CHUNK, MatterTable, day
from bureau.matters.told import told_by_leads
from bureau.org.collective import in_words, township_ids
from directives.models import Directive

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
    ("progress", "最新进展"),
    ("officer", "经办人"),
]


class DirectiveTable(MatterTable):
    tick = tables.CheckBoxColumn(
        accessor="pk",
        orderable=False,
        attrs={
            "th__input": {"aria-label": "全选"},
            "td__input": {"name": "id", "aria-label": "选中"},
            "td": {"class": "tick"},
        },
    )
    open = tables.Column("操作", accessor="matter", orderable=False, attrs={"td": {"class": "actions"}})

    class Meta(MatterTable.Meta):
        model = Directive
        fields = ()
        sequence = ("tick", "light", "number", "title", "lead", "co", "due", "stage", "open")

    def __init__(self, *args, request, **kwargs):
        self.reader = request.user
        hidden = [] if self.reader.functions else ["tick"]
        super().__init__(*args, exclude=hidden, **kwargs)

    def render_open(self, value):
        return format_html('<a href="{}">打开</a>', value.get_absolute_url())

    def ledger_columns(self):
        return LEDGER

    def ledger_rows(self):
        towns, records = township_ids(), self.records()
        while chunk := list(islice(records, CHUNK)):
            latest = self.latest(chunk)
            for record in chunk:
                yield ledger_row(record, self.lights, towns, latest.get(record.pk, ""))

    def latest(self, directives) -> dict[int, str]:
        """The lead's last words on each of them, for those who read every reply."""
        if not (self.reader.functions or not self.reader.answers_for_unit):
            return {}
        said = told_by_leads().filter(assignment__matter__in=[one.pk for one in directives]).order_by("id")
        return dict(said.values_list("assignment__matter", "text"))


def ledger_row(directive, lights, towns, progress: str) -> list:
    """The cells of one directive, in the order of LEDGER."""
    matter = directive.matter
    return [
        matter.number,
        matter.title,
        directive.source.words,
        directive.category,
        directive.lead.unit.short,
        in_words([part.unit for part in directive.co], towns),
        directive.leader,
        day(matter.opened_at),
        day(matter.due_at),
        day(matter.finished_at),
        matter.stage,
        WORDS.get(lights.of(matter), ""),
        progress,
        matter.officer.name,
    ]
