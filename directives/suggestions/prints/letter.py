"""督查建议书 of a suggestion that was sent: to whom, what was found, what is suggested, by when an answer is asked for."""

from django.conf import settings
from django.utils import timezone

from bureau.matters.deadlines import duties
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Notice
from directives.suggestions.models import Suggestion, To

BODY = "根据督查中了解的情况，现就下列事项提出督查建议，请研究。{answer}"
ASKED = "采纳、部分采纳或者不采纳的，请说明理由，并于{day}前答复。"
HEARD = "采纳情况请告我局。"


def letter(suggestion: Suggestion) -> Notice:
    matter = suggestion.matter
    return Notice(
        organ=settings.BUREAU_NAME,
        number=matter.number or "",
        title="督查建议书",
        main_to=f"{main_to(suggestion)}：",
        body=BODY.format(answer=asked(suggestion)),
        date=timezone.localdate(matter.opened_at),
        fields=tuple((label, text) for label, text in rows(suggestion) if text),
    )


def main_to(suggestion: Suggestion) -> str:
    lead = suggestion.lead
    return lead.unit.name if suggestion.to == To.UNIT and lead else suggestion.addressee


def asked(suggestion: Suggestion) -> str:
    """By the date that it was sent out with; more time is granted on the page."""
    day = duties.original_day(suggestion.matter)
    return ASKED.format(day=chinese_date(day)) if day else HEARD


def rows(suggestion: Suggestion) -> list[tuple[str, str]]:
    """Label and text of each row; empty ones are left out."""
    return [
        ("建议事项", suggestion.matter.title),
        ("情况和问题", suggestion.grounds),
        ("建议内容", suggestion.text),
        ("经办人员", suggestion.matter.officer.name),
    ]
