"""The clock of bulletins: units that have not read what was delivered, or not answered what they were asked, are told once
more, on working days. Leaders are not urged (DESIGN §6)."""

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
FORGOTTEN = timedelta(days=30)  # after so long nobody is told any more: an old database wakes quietly


def remind(now=None) -> None:
    """Each rung once, by its key. Nothing while the house's clock is not armed."""
    if not watch.runs():
        return
    now = now or timezone.now()
    today, calendar = local(now).date(), current_calendar()

    def passed(moment) -> int:
        return workdays_between(local(moment).date(), today, calendar)

    for receipt in unread(now):
        rung = reached(UNREAD_AFTER, passed(receipt.delivered_at))
        if rung:
            words = f"{receipt.bulletin.number}送达已{rung}个工作日，你单位还没有签阅。"
            say(receipt, words, f"unread:{receipt.pk}:{rung}", now, News.REMIND)
    for response in unanswered(now):
        about(response, passed(response.due_at), now)


def about(response, late: int, now) -> None:
    """`late`: working days since its date; before it a negative number."""
    asked = f"{response.bulletin.number}要求的书面回复"
    if -BEFORE <= late <= 0 and response.due_at >= now:
        say(
            response,
            f"{asked}，{local(response.due_at):%m月%d日}到期。",
            f"answer:{response.pk}:0",
            now,
            News.REMIND,
        )
    elif rung := reached(LATE_AFTER, late):
        say(response, f"{asked}已逾期{late}个工作日。", f"answer:{response.pk}:{rung}", now, News.LATE)


def reached(rungs: tuple[int, ...], days: int) -> int:
    """The highest rung that so many days have reached; 0 for none."""
    return max((rung for rung in rungs if rung <= days), default=0)


def unread(now):
    found = Receipt.objects.filter(unit__isnull=False, read_at=None, delivered_at__gte=now - FORGOTTEN)
    return found.select_related("bulletin", "unit")


def unanswered(now):
    found = Response.objects.filter(answered_at=None, due_at__gte=now - FORGOTTEN)
    return found.select_related("bulletin", "unit")


def say(row, words: str, key: str, now, news: str) -> None:
    telling.to_units(row.bulletin, [row.unit], words, key, now, news=news)
