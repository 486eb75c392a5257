"""What a suggestion's page says of it, label by label."""

from datetime import datetime

from django.utils import timezone

from bureau.matters.deadlines import duties
from bureau.press.typeset.dates import chinese_date
from directives.suggestions.models import Suggestion, To


def facts(suggestion: Suggestion) -> list[dict]:
    """`{label, value}` in reading order; only what is known."""
    matter = suggestion.matter
    rows = [
        ("提给", suggestion.addressee),
        ("答复时限", due_words(suggestion)),
        ("发出时间", moment(matter.opened_at)),
        ("答复", suggestion.get_verdict_display()),
        ("答复时间", moment(matter.finished_at)),
        ("采纳文件", suggestion.paper),
        ("文件日期", chinese_date(suggestion.paper_date) if suggestion.paper_date else ""),
        ("经办人", matter.officer.name),
        ("理由和打算", "" if suggestion.to == To.UNIT else suggestion.answer),
    ]
    return [{"label": label, "value": value, "wide": label == "理由和打算"} for label, value in rows if value]


def due_words(suggestion: Suggestion) -> str:
    matter = suggestion.matter
    if not matter.due_at:
        return "审定时按办理时限表计算" if suggestion.to == To.UNIT and not matter.opened_at else ""
    day, original = timezone.localdate(matter.due_at), duties.original_day(matter)
    return f"{day:%Y-%m-%d}" + (f"（原时限{original:%Y-%m-%d}）" if original and original != day else "")


def moment(at: datetime | None) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}" if at else ""
