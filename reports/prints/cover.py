"""阅批单 of a 专报: the sheet that travels with it to a leader who reads on paper, and comes back with the word on it."""

from django.conf import settings
from django.utils import timezone

from instructions.facts import handled_by
from reports.gist import gist
from reports.typeset.dates import chinese_date
from reports.typeset.sheets import Notice

SAID, TITLE = 120, 80  # characters of what the leader wrote, of a quoted matter
ROOMS = (("领导批示", 6), ("送阅时间", 1), ("退还时间", 1))
BACK = "阅批后请将本单连同专报退督查局登记办理"


def cover_sheet(bulletin) -> Notice:
    return Notice(
        organ=settings.BUREAU_NAME,
        number=bulletin.number,
        title="督查专报阅批单",
        main_to=f"{bulletin.report_to.rstrip('。')}：",
        body=f"现将{bulletin.number}呈上，请阅示。",
        date=timezone.localdate(bulletin.issued_at),
        fields=tuple((label, text) for label, text in rows(bulletin) if text),
        note=BACK,
        rooms=ROOMS,
    )


def rows(bulletin):
    """Label and text of what it is about; empty ones are left out."""
    yield "专报标题", "".join(bulletin.title.split())
    if bulletin.answers_id:
        yield from of_instruction(bulletin.answers, bulletin.round)
    quotes = bulletin.quotes.all()
    yield "所涉事项", "\n".join(f"{one.number} {gist(one.title, TITLE)}".strip() for one in quotes[:5])


def of_instruction(instruction, number: int):
    said = instruction.rounds.get(number=number)
    yield "批示件", instruction.matter.number
    yield "来文", str(instruction.paper)
    yield "批示", f"{said.leader_name}{chinese_date(said.date)}：{gist(said.words, SAID)}"
    yield "承办", handled_by(instruction)
    yield "办理时限", chinese_date(timezone.localdate(said.due_at)) if said.due_at else ""
    yield "报送结果", chinese_date(timezone.localdate(said.finished_at)) if said.finished_at else ""
