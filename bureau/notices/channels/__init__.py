"""The ways out of the house. Each has `send(message)` and raises `Undelivered` in words."""

from django.conf import settings

from bureau.notices.channels import gateway, mail
from bureau.notices.channels.message import ChannelDown, Message, Undelivered
from bureau.notices.models import Channel

__all__ = ["ChannelDown", "Message", "Undelivered", "send", "standing"]
SENDERS = {Channel.MAIL: mail, Channel.GATEWAY: gateway}


def standing() -> list[str]:
    """The channels that this installation has been given an address for."""
    given = {Channel.MAIL: settings.EMAIL_URL, Channel.GATEWAY: settings.NOTICE_GATEWAY_URL}
    return [channel for channel, address in given.items() if address]


def send(channel: str, message: Message) -> None:
    if channel not in standing():
        raise ChannelDown("这个渠道没有配置")
    SENDERS[channel].send(message)
