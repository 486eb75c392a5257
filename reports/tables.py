"""The list of bulletins."""

import django_tables2 as tables
from django.template.loader import render_to_string
from django.utils.html import format_html

from bureau.org.posts import Post
from bureau.pages.columns import NAMED, ChosenTable
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


class BulletinTable(ChosenTable):
    series = tables.Column("种类", attrs={"td": {"class": "nowrap"}}, orderable=False)
    issue = tables.Column(
        "期数", order_by=("year", "issue_no"), default="未编号", attrs={"td": {"class": "nowrap"}}
    )
    title = tables.Column("标题", attrs={"td": {"class": "main"}}, orderable=False)
    drafted_by = tables.Column("拟稿人", attrs=NAMED, orderable=False)
    signed_by = tables.Column("签发人", attrs=NAMED, orderable=False)
    signed_at = tables.DateColumn("Y-m-d", verbose_name="签发日期", attrs={"td": {"class": "nowrap"}})
    state = tables.Column("状态", attrs={"td": {"class": "nowrap"}}, orderable=False)

    class Meta:
        model = Bulletin
        fields = ()
        order_by = "-pk"
        empty_text = "没有符合条件的通报、专报。"

    def __init__(self, *args, request, **kwargs):
        person = request.user
        hidden = [] if at_the_desk(person) else ["drafted_by"]
        hidden += [] if person.of_the_bureau or person.holds(Post.LEADER) else ["state"]
        super().__init__(*args, exclude=hidden, **kwargs)

    def render_issue(self, record, value):
        if record.is_letter:
            return record.code or "未编号"
        return f"{record.year}年{value}" if record.issue_no else "未编号"

    def render_title(self, record, value):
        return format_html('<a href="{}">{}</a>', record.get_absolute_url(), value)

    def render_state(self, record, value):
        return render_to_string("parts/tag.html", {"words": value, "tone": TONES[record.state]})
