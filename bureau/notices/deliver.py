"""Outside: lease → send → mark. A worker that dies lets its lease run out, and the message goes again with its key."""

import logging
from datetime import timedelta
from time import monotonic

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from bureau.notices import channels
from bureau.notices.composing import Later, Moot, compose
from bureau.notices.failing import look_at
from bureau.notices.models import Delivery

log = logging.getLogger(__name__)
LEASE = timedelta(minutes=5)
BATCH = 20  # at ten seconds each they are done before the lease ends
ENOUGH = 120  # seconds after which a run leaves the rest to the next one
PATIENCE = 3  # a channel that is down so often in a row is left alone until the next run
BACK_OFF = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720)]
State = Delivery.State


def deliver(channel: str) -> int:
    """Send what waits for this channel. Returns how many went out."""
    began, sent, down, tried = monotonic(), 0, 0, False
    while down < PATIENCE and monotonic() - began < ENOUGH and (leased := lease(channel)):
        for delivery in leased:
            if down == PATIENCE:
                release(delivery, tries=F("tries") - 1)
                continue
            went = attempt(delivery)
            sent, down, tried = sent + (went == "sent"), down + 1 if went == "down" else 0, True
    if tried:
        look_at(channel)
    return sent


@transaction.atomic
def lease(channel: str) -> list[Delivery]:
    """Take the next ones; others take other rows."""
    now = timezone.now()
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
    waiting = Delivery.objects.filter(free, state=State.WAITING, channel=channel, next_at__lte=now)
    rows = list(waiting.select_for_update(skip_locked=True).order_by("next_at", "pk")[:BATCH])
    until, keys = now + LEASE, [row.pk for row in rows]
    Delivery.objects.filter(pk__in=keys).update(leased_until=until, tried_at=now, tries=F("tries") + 1)
    found = Delivery.objects.filter(pk__in=keys).select_related("person", "notice")
    return list(found.order_by("next_at", "pk"))


def attempt(delivery: Delivery) -> str:
    """「sent」, 「dropped」, 「later」, 「failed」 or 「down」. Nothing that goes wrong leaves this function."""
    try:
        channels.send(delivery.channel, compose(delivery, timezone.now()))
    except Later as later:
        release(delivery, next_at=later.until, tries=F("tries") - 1)
        return "later"
    except Moot as moot:
        end(delivery, State.DROPPED, str(moot))
        return "dropped"
    except channels.Undelivered as trouble:
        put_back(delivery, str(trouble))
        return "down" if isinstance(trouble, channels.ChannelDown) else "failed"
    except Exception as trouble:
        log.exception("delivery %s", delivery.pk)
        put_back(delivery, f"发送时出错（{type(trouble).__name__}）")
        return "failed"
    end(delivery, State.SENT)
    return "sent"


def put_back(delivery: Delivery, trouble: str) -> None:
    """Again after a while; after the last while not any more."""
    if delivery.tries > len(BACK_OFF):
        end(delivery, State.FAILED, trouble)
    else:
        next_at = timezone.now() + BACK_OFF[delivery.tries - 1]
        release(delivery, next_at=next_at, trouble=trouble)


def end(delivery: Delivery, state: str, trouble: str = "") -> None:
    release(delivery, state=state, trouble=trouble, ended_at=timezone.now())


def release(delivery: Delivery, **changes) -> None:
    """Mark, unless the lease ran out and somebody else has it, or an administrator gave it up meanwhile."""
    mine = Delivery.objects.filter(pk=delivery.pk, state=State.WAITING, leased_until=delivery.leased_until)
    mine.update(leased_until=None, **changes)
