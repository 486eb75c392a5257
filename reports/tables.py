"""The list of bulletins, on the screen and in Excel."""

import django_tables2 as tables
from django.utils.html import format_html

from bureau.org.posts import Post
from bureau.pages.columns import NAMED, ChosenTable
from bureau.pages.tables import DayColumn, day, part
from reports import flow
from reports.models import Bulletin
from reports.policy import at_the_desk

TONES = {
    flow.DRAFT: "outline",
    flow.SUBMITTED: "yellow",
    flow.CHECKED: "yellow",
    flow.SIGNED: "blue",
    flow.ISSUED: "green",
}
LEDGER = [
    ("series", "种类"),
    ("issue", "期数或文号"),
    ("title", "标题"),
    ("drafted_by", "拟稿人"),
    ("signed_by", "签发人"),
    ("signed_at", "签发日期"),
    ("state", "状态"),
]


class BulletinTable(ChosenTable):
    series = tables.Column("种类", attrs={"td": {"class": "nowrap"}}, orderable=False)
    issue = tables.Column(
        "期数", order_by=("year", "issue_no"), default="未编号", attrs={"td": {"class": "nowrap"}}
    )
    title = tables.Column("标题", attrs={"td": {"class": "main"}}, orderable=False)
    drafted_by = tables.Column("拟稿人", attrs=NAMED, orderable=False)
    signed_by = tables.Column("签发人", attrs=NAMED, orderable=False)
    signed_at = DayColumn("签发日期", attrs={"td": {"class": "nowrap"}})
    state = tables.Column("状态", attrs={"td": {"class": "nowrap"}}, orderable=False)

    class Meta:
        model = Bulletin
        fields = ()
        order_by = "-pk"
        empty_text = "没有符合条件的通报、专报。"

    def __init__(self, *args, lights, request, **kwargs):
        person = request.user
        hidden = [] if at_the_desk(person) else ["drafted_by"]
        hidden += [] if person.of_the_bureau or person.holds(Post.LEADER) else ["state"]
        self.hidden = hidden
        super().__init__(*args, exclude=hidden, **kwargs)

    def render_issue(self, record, value):
        return numbered(record)

    def render_title(self, record, value):
        return format_html('<a href="{}">{}</a>', record.get_absolute_url(), value)

    def render_state(self, record, value):
        return part("tag", words=value, tone=TONES[record.state])

    def ledger_columns(self):
        """As far as the reader sees these columns on the page."""
        return [(key, label) for key, label in LEDGER if key not in self.hidden]

    def ledger_rows(self):
        keys = [key for key, _label in self.ledger_columns()]
        return ([cells[key] for key in keys] for cells in map(ledger_cells, self.rows))


def numbered(bulletin) -> str:
    number = (
        bulletin.code if bulletin.is_letter else bulletin.issue_no and f"{bulletin.year}年{bulletin.issue}"
    )
    return number or "未编号"


def ledger_cells(row) -> dict:
    """The cells of one bulletin, by the keys of LEDGER."""
    bulletin = row.record
    return {
        "series": bulletin.get_series_display(),
        "issue": numbered(bulletin),
        "title": bulletin.title,
        "drafted_by": bulletin.drafted_by.name,
        "signed_by": bulletin.signed_by.name if bulletin.signed_by else "",
        "signed_at": day(bulletin.signed_at),
        "state": bulletin.get_state_display(),
    }
