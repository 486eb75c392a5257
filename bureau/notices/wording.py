"""What a notice says. No content of a matter: number, step and due time; the title only where the reader sees it."""

from django.conf import settings

from bureau.matters.models import Audience, Secrecy
from bureau.notices.models import News
from bureau.org.worktime import end_of_day, local

DUTY = {
    News.NEW: "新的待办“{step}”{due}",
    News.MOVED: "“{step}”的时限有变更{due}",
    News.REMIND: "“{step}”临近时限{due}",
    News.DUE: "“{step}”今天到期{due}",
    News.LATE: "“{step}”已逾期{due}",
}


def about(notice) -> str:
    """「“办结”今天到期，时限2026-12-18」: the notice without its matter."""
    if notice.words:
        return notice.words
    if notice.entry_id:
        return "有新的动态"
    due = f"，时限{when(notice.due_at)}" if notice.due_at else ""
    return DUTY[notice.news].format(step=notice.duty.get_step_display(), due=due)


def shown(notice) -> str:
    """On its reader's own pages: a line of the timeline that everybody on the matter reads stands there itself."""
    if notice.entry_id and notice.entry.audience == Audience.ALL:
        return notice.entry.sentence
    return about(notice)


def when(due_at) -> str:
    """The day, with the hour where the limit does not run to the day's end."""
    moment = local(due_at)
    return f"{moment:%Y-%m-%d}" if moment == end_of_day(moment.date()) else f"{moment:%Y-%m-%d %H:%M}"


def line(notice) -> str:
    """With the matter's number; for a text message, that anybody may see on a screen."""
    number = f"{notice.matter.number or '未编号事项'}：" if notice.matter_id else ""
    return f"{number}{about(notice)}"


def titled(notice) -> str:
    """For a mail: with the title, unless the matter is sealed."""
    if notice.matter_id is None or notice.matter.secrecy == Secrecy.SEALED:
        return line(notice)
    return f"{line(notice)}\n　　{notice.matter.title}"


def link(notice) -> str:
    return f"{settings.SITE_URL}{notice.get_absolute_url()}"
