"""The clock of bulletins: units that have not read what was delivered, or not answered what they were asked, are told once
more, on working days. Leaders are not urged (DESIGN §6)."""

from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from bureau.notices import watch
from bureau.notices.models import News
from bureau.org.calendar import current_calendar
from bureau.org.worktime import local, workdays_between
from reports import telling
from reports.models import Receipt, Response

UNREAD_AFTER = (2, 5)  # working days after delivery
LATE_AFTER = (1, 3)  # working days after the date of an answer
BEFORE = 1  # working days before it
STALE = 3  # working days after which a rung is passed over: a clock that stood still, or was restored, wakes quietly
OLDEST = timedelta(days=30)  # nobody is told of what is older


def remind(now=None) -> None:
    """Each rung once, by its key; one message per bulletin and rung. Nothing while the house's clock is not armed."""
    if not watch.runs():
        return
    now = now or timezone.now()
    passed = days_by(now)
    for (bulletin, rung), units in by_rung(unread(now), lambda row: unread_rung(row, passed)):
        words = f"{bulletin.number}送达已{rung}个工作日，你单位还没有签阅。"
        say(bulletin, units, words, f"unread:{bulletin.pk}:{rung}", now, News.REMIND)
    for (bulletin, rung), units in by_rung(unanswered(now), lambda row: answer_rung(row, passed, now)):
        tell_to_answer(bulletin, units, rung, now)


def tell_to_answer(bulletin, units, rung: int, now) -> None:
    """`rung`: working days since the date; 0 before it."""
    key = f"answer:{bulletin.pk}:{bulletin.answer_by:%Y%m%d}:{rung}"
    if rung:
        say(bulletin, units, f"{bulletin.number}要求的书面回复已逾期{rung}个工作日。", key, now, News.LATE)
    else:
        words = f"{bulletin.number}要求的书面回复，{bulletin.answer_by:%m月%d日}到期。"
        say(bulletin, units, words, key, now, News.REMIND)


def days_by(now) -> Callable:
    """Counts the working days from a moment to `now`; negative for one that is to come."""
    today, calendar = local(now).date(), current_calendar()
    return lambda moment: workdays_between(local(moment).date(), today, calendar)


def by_rung(rows, rung_of: Callable) -> list[tuple]:
    """[((bulletin, rung), units)] of the rows that have reached one."""
    found = defaultdict(list)
    for row in rows:
        if (rung := rung_of(row)) is not None:
            found[row.bulletin, rung].append(row.unit)
    return list(found.items())


def unread_rung(receipt, passed: Callable) -> int | None:
    return reached(UNREAD_AFTER, passed(receipt.delivered_at))


def answer_rung(response, passed: Callable, now) -> int | None:
    days = passed(response.due_at)
    if response.due_at >= now:
        return 0 if days >= -BEFORE else None
    return reached(LATE_AFTER, days)


def reached(rungs: tuple[int, ...], days: int) -> int | None:
    """The highest rung that so many days have reached, unless that was too long ago."""
    return max((rung for rung in rungs if rung <= days <= rung + STALE), default=None)


def unread(now):
    found = Receipt.objects.filter(unit__isnull=False, read_at=None, delivered_at__gte=now - OLDEST)
    return with_both(found)


def unanswered(now):
    return with_both(Response.objects.filter(answered_at=None, due_at__gte=now - OLDEST))


def with_both(rows):
    return rows.select_related("bulletin", "unit__merged_into").defer("bulletin__body", "bulletin__words")


def say(bulletin, units, words: str, key: str, now, news: str) -> None:
    telling.to_units(bulletin, units, words, key, now, news=news)
