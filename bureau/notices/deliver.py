"""Notices that leave the house, channel by channel (`bureau.notices.outbox`)."""

from django.utils import timezone

from bureau.notices import channels
from bureau.notices.composing import compose
from bureau.notices.failing import look_at
from bureau.notices.models import Delivery
from bureau.notices.outbox import Outbox


def outbox(channel: str) -> Outbox:
    return Outbox(Delivery.objects.filter(channel=channel), ("person", "notice"), send)


def send(delivery: Delivery) -> None:
    channels.send(delivery.channel, compose(delivery, timezone.now()))


def deliver(channel: str) -> int:
    """Send what waits for this channel. Returns how many went out."""
    sent, tried = outbox(channel).run()
    if tried:
        look_at(channel)
    return sent
