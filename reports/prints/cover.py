"""阅批单 of a 专报: the sheet that travels with it to a leader who reads on paper, and comes back with the word on it."""

from django.conf import settings
from django.utils import timezone

from bureau.matters.rooms import answers_of
from bureau.press.gist import gist
from bureau.press.typeset.sheets import Notice

LONGEST = 52  # characters of a row: one sheet holds it all
ROOMS = (("领导批示", 4), ("送阅退还", 1))
BODY = "现将{number}呈上，请阅示。阅批后请将本单连同专报退督查局登记办理。"


def cover_sheet(bulletin) -> Notice:
    return Notice(
        organ=settings.BUREAU_NAME,
        number=bulletin.number,
        title="督查专报阅批单",
        main_to=f"{bulletin.report_to.rstrip('。')}：",
        body=BODY.format(number=bulletin.number),
        date=timezone.localdate(bulletin.issued_at),
        fields=tuple((label, gist(text, LONGEST)) for label, text in rows(bulletin) if text),
        rooms=ROOMS,
    )


def rows(bulletin):
    """Label and text of what it is about; empty ones are left out."""
    yield "专报标题", "".join(bulletin.title.split())
    if answered := bulletin.answers:
        yield from answers_of(answered.kind).facts(answered, bulletin.round)
    quotes = bulletin.quotes.all()
    yield "所涉事项", "；".join(one.number or one.title for one in quotes)
