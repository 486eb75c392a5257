"""The ways out of the house. Each has `send(message)` and raises `Undelivered` in words."""

from django.conf import settings

from bureau.notices.models import Channel


def standing() -> list[str]:
    """The channels that this installation has been given an address for."""
    given = {Channel.MAIL: settings.EMAIL_URL, Channel.GATEWAY: settings.NOTICE_GATEWAY_URL}
    return [channel for channel, address in given.items() if address]
