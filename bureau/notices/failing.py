"""Channels and messages that fail: when an administrator must hear of it."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from bureau.notices.alarms import alarm
from bureau.notices.models import Channel, Delivery

IN_A_ROW = 10
LOOKED_AT = 20
State = Delivery.State


def failing():
    """What failed for good, and what waits for another try."""
    again = Delivery.objects.filter(state=State.WAITING, tries__gt=0).exclude(trouble="")
    return again | Delivery.objects.filter(state=State.FAILED)


def look_at(channel: str) -> None:
    """Alarm the 系统管理员, in the house and once a day, when messages failed for good or the channel keeps failing."""
    words, url = Channel(channel).label, reverse("notices:failures")
    today = Delivery.objects.filter(channel=channel, ended_at__gt=timezone.now() - timedelta(days=1))
    if today.filter(state=State.FAILED).exists():
        alarm(
            f"lost-{channel}", f"{words}有消息多次重发仍未发出，请查看原因后重发或放弃。", url, outside=False
        )
    if tries_in_a_row(channel) >= IN_A_ROW:
        alarm(
            f"down-{channel}",
            f"{words}连续{IN_A_ROW}次以上没有发出，请检查渠道配置和网络。",
            url,
            outside=False,
        )


def tries_in_a_row(channel: str) -> int:
    """Failed tries since the last message that went out, as far back as the last twenty."""
    tries = 0
    for delivery in Delivery.objects.filter(channel=channel, tried_at__isnull=False).order_by("-tried_at")[
        :LOOKED_AT
    ]:
        if delivery.state == State.SENT:
            break
        tries += delivery.tries if delivery.trouble and delivery.state != State.DROPPED else 0
    return tries
