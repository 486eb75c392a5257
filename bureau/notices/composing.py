"""A delivery becomes a message at the moment it leaves: what it says is looked at once more."""

from django.conf import settings
from django.urls import reverse

from bureau.notices.channels import Message
from bureau.notices.models import News, Notice, Preference
from bureau.notices.outbox import Later, Moot
from bureau.notices.recipients import still_heard
from bureau.notices.wording import line, link, titled
from bureau.org.models import Urgency

MOST = 200  # notices of a digest that are looked at
SHOWN = 50


def compose(delivery, now) -> Message:
    """The message as it stands now; raises Moot or Later."""
    preference = Preference.objects.filter(pk=delivery.person_id).first()
    to = preference.address(delivery.channel) if preference else ""
    if not delivery.person.is_active:
        raise Moot("收件人已停用")
    if not to:
        raise Moot("收件人没有留这个渠道的地址")
    told = notices_of(delivery)
    if not told:
        raise Moot("已经看过")
    standing = still_heard(delivery.person, told)
    if not standing:
        raise Moot("事项已办理、时限已变更，或不再由收件人办理")
    until = preference.quiet_until(now)
    if until and not any(breaks_silence(notice) for notice in standing):
        raise Later(until)
    make = single if delivery.notice_id else summary
    return make(str(delivery.key), to, standing)


def notices_of(delivery) -> list[Notice]:
    """What it is about and its reader has not read."""
    mine = Notice.objects.filter(person=delivery.person_id).unread()
    which = (
        mine.filter(pk=delivery.notice_id) if delivery.notice_id else mine.filter(digested_on=delivery.day)
    )
    return list(which.select_related("matter", "duty", "entry__matter", "entry__assignment")[:MOST])


def breaks_silence(notice) -> bool:
    """特急 goes out at night; so does what one has just asked for oneself."""
    return notice.news == News.TEST or (notice.matter_id and notice.matter.urgency == Urgency.FLASH)


def single(key: str, to: str, notices) -> Message:
    (notice,) = notices
    subject = f"【{settings.COUNTY_NAME}督查局】{notice.get_news_display()}"
    if notice.matter_id:
        subject += f"：{notice.matter.number or '未编号事项'}"
    return Message(key, to, subject, titled(notice), f"【督查局】{line(notice)}", link(notice))


def summary(key: str, to: str, notices) -> Message:
    """One line per duty, for its newest news; newest first."""
    latest = {}
    for notice in notices:
        latest.setdefault(notice.duty_id or f"line {notice.entry_id} {notice.key}", notice)
    told = list(latest.values())
    more = f"\n另有 {len(told) - SHOWN} 条，请登录后查看。" if len(told) > SHOWN else ""
    body = "\n".join(f"{place}. {titled(notice)}" for place, notice in enumerate(told[:SHOWN], 1)) + more
    subject = f"【{settings.COUNTY_NAME}督查局】每日汇总：{len(told)} 条提醒未看"
    text = f"【督查局】您有 {len(told)} 条提醒未看，最近一条：{line(told[0])}"
    return Message(key, to, subject, body, text, f"{settings.SITE_URL}{reverse('notices:list')}")
