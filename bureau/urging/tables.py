"""The list of papers, on the screen and in Excel."""

import django_tables2 as tables
from django.db.models import Case, F, When
from django.utils.html import format_html

from bureau.notices.models import Kind
from bureau.pages.columns import NAMED, ChosenTable
from bureau.pages.tables import DayColumn, day, part
from bureau.urging.models import Urging
from bureau.urging.querysets import WAITING

TONES = {Kind.SLIP: "blue", Kind.LETTER: "yellow", Kind.RED: "red"}
LEDGER = [
    ("number", "文号"),
    ("kind", "文书"),
    ("unit", "单位"),
    ("matter", "事项编号"),
    ("title", "督查事项"),
    ("step", "逾期的步骤"),
    ("due", "时限"),
    ("issued", "发出日期"),
    ("issuer", "签发人"),
    ("answer_due", "回复时限"),
    ("answered", "回复日期"),
    ("in_time", "按时回复"),
    ("state", "状态"),
]


UNTIL = Case(When(WAITING, then=F("answer_due_at")))  # empty for what is not to be answered any more


def waiting_first(papers):
    """What is still to be answered, by its date; after that the newest first."""
    return papers.order_by(UNTIL.asc(nulls_last=True), "-pk")


class PaperTable(ChosenTable):
    fixed = ("number", "title")

    number = tables.Column("文号", attrs={"td": {"class": "nowrap"}})
    kind = tables.Column("文书", orderable=False, attrs={"td": {"class": "nowrap"}})
    unit = tables.Column("单位", accessor="assignment__unit__short", attrs={"td": {"class": "nowrap"}})
    title = tables.Column(
        "督查事项", accessor="matter__title", orderable=False, attrs={"td": {"class": "main"}}
    )
    issued_at = DayColumn("发出日期", attrs=NAMED)
    answer_due_at = DayColumn("回复时限", attrs=NAMED)
    standing = tables.Column("状态", attrs={"td": {"class": "nowrap"}})

    class Meta:
        model = Urging
        fields = ()
        order_by = "standing"
        empty_text = "没有符合条件的催办文书。"

    def __init__(self, *args, lights, request, **kwargs):
        super().__init__(*args, **kwargs)

    def order_standing(self, papers, is_descending):
        if is_descending:
            return papers.order_by(UNTIL.desc(nulls_first=True), "pk"), True
        return waiting_first(papers), True

    def render_number(self, record, value):
        return format_html('<a href="{}">{}</a>', record.get_absolute_url(), value)

    def render_kind(self, record, value):
        return part("tag", words=value, tone=TONES[record.kind])

    def render_title(self, record, value):
        number = record.matter.number
        return format_html(
            '<a href="{}"><span class="soft">{}</span> {}</a>',
            record.matter.get_absolute_url(),
            number,
            value,
        )

    def render_standing(self, record, value):
        late = "（迟）" if record.in_time is False else ""
        return f"{value}{late}"

    def ledger_columns(self):
        return LEDGER

    def ledger_rows(self):
        return (ledger_row(row.record) for row in self.rows)


def ledger_row(paper) -> list:
    """The cells of one paper, in the order of LEDGER."""
    return [
        paper.number,
        paper.get_kind_display(),
        paper.assignment.unit.short,
        paper.matter.number,
        paper.matter.title,
        paper.duty.get_step_display(),
        day(paper.due_at),
        day(paper.issued_at),
        paper.issued_by.name,
        day(paper.answer_due_at),
        day(paper.answered_at),
        {True: "是", False: "否"}.get(paper.in_time, ""),
        paper.standing,
    ]
