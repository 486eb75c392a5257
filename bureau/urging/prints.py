"""催办单, 督办函, 红牌 as letters (信函格式): the text as it was issued, and below it where the task and its date
come from, the talk, and whom to ask."""

from django.conf import settings
from django.utils import timezone

from bureau.matters.rooms import room_of
from bureau.notices.models import Kind
from bureau.press.typeset.sheets import Card, Notice
from bureau.urging.wording import moment

TITLES = {Kind.SLIP: "催办单", Kind.LETTER: "督办函", Kind.RED: "红牌督办暨约谈通知书"}
CARDS = {Kind.SLIP: Card("蓝单", "blue"), Kind.LETTER: Card("黄牌", "yellow"), Kind.RED: Card("红牌", "red")}
CALLED = "你单位主要负责人、分管负责人"
VOID = "本件已撤回，文号作废。"


def urging_sheet(paper) -> Notice:
    return Notice(
        organ=settings.BUREAU_NAME,
        number=paper.number,
        title=TITLES[paper.kind],
        main_to=f"{paper.assignment.unit.name}：",
        body=paper.text,
        date=timezone.localdate(paper.issued_at),
        fields=tuple((label, text) for label, text in rows(paper) if text),
        card=CARDS[paper.kind],
        note=VOID if paper.state == "withdrawn" else "",
    )


def rows(paper):
    """Label and text of what the letter itself does not say; empty ones are left out."""
    yield "任务来源", room_of(paper.matter.kind).origin(paper.matter)
    yield "时限由来", "".join(paper.how)
    yield "约谈时间", moment(paper.talk_at) if paper.talk_at else ""
    yield "约谈地点", paper.talk_place
    yield "约谈对象", CALLED if paper.talk_at else ""
    yield "联系人员", contact(paper.matter.officer)


def contact(officer) -> str:
    return f"{officer.signature}{f'，电话{officer.phone}' if officer.phone else ''}"
