"""Outside: lease → send → mark. A worker that dies lets its lease run out, and the message goes again with its key."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from bureau.notices.channels.message import ChannelDown, Undelivered
from bureau.notices.models import Outgoing

log = logging.getLogger(__name__)
LEASE = timedelta(minutes=5)
BATCH = 20  # at ten seconds each they are done before the lease ends
ENOUGH = 120  # seconds after which a run leaves the rest to the next one
PATIENCE = 3  # a way out that is down so often in a row is left alone until the next run
BACK_OFF = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720)]
State = Outgoing.State


class Moot(Exception):
    """There is nothing to say any more, or nobody to say it to; its text says why."""


class Later(Exception):
    """Not at this hour; `until` says when."""

    def __init__(self, until):
        super().__init__(until)
        self.until = until


@dataclass(frozen=True)
class Outbox:
    """One way out: its rows (`mine`, a queryset of an `Outgoing` model), what is read with them (`joins`), and how one is sent:
    `send(row)` raises Moot, Later, Undelivered or ChannelDown."""

    mine: QuerySet
    joins: tuple[str, ...]
    send: Callable

    def run(self) -> tuple[int, bool]:
        """Send what waits. How many went out, and whether anything was tried."""
        began, sent, down, tried = monotonic(), 0, 0, False
        while down < PATIENCE and monotonic() - began < ENOUGH and (leased := self.lease()):
            for row in leased:
                if down == PATIENCE:
                    release(row, tries=F("tries") - 1)
                    continue
                went = self.attempt(row)
                sent, down, tried = sent + (went == "sent"), down + 1 if went == "down" else 0, True
        return sent, tried

    @transaction.atomic
    def lease(self) -> list:
        """Take the next ones; others take other rows."""
        now = timezone.now()
        free = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
        waiting = self.mine.filter(free, state=State.WAITING, next_at__lte=now)
        rows = list(waiting.select_for_update(skip_locked=True).order_by("next_at", "pk")[:BATCH])
        keys, everything = [row.pk for row in rows], self.mine.model.objects
        everything.filter(pk__in=keys).update(leased_until=now + LEASE, tried_at=now, tries=F("tries") + 1)
        return list(everything.filter(pk__in=keys).select_related(*self.joins).order_by("next_at", "pk"))

    def attempt(self, row) -> str:
        """「sent」, 「dropped」, 「later」, 「failed」 or 「down」. Nothing that goes wrong leaves this function."""
        try:
            self.send(row)
        except Later as later:
            release(row, next_at=later.until, tries=F("tries") - 1)
            return "later"
        except Moot as moot:
            end(row, State.DROPPED, str(moot))
            return "dropped"
        except Undelivered as trouble:
            put_back(row, str(trouble))
            return "down" if isinstance(trouble, ChannelDown) else "failed"
        except Exception as trouble:
            log.exception("%s %s", row._meta.model_name, row.pk)
            put_back(row, f"发送时出错（{type(trouble).__name__}）")
            return "failed"
        end(row, State.SENT)
        return "sent"


def put_back(row, trouble: str) -> None:
    """Again after a while; after the last while not any more."""
    if row.tries > len(BACK_OFF):
        end(row, State.FAILED, trouble)
    else:
        release(row, next_at=timezone.now() + BACK_OFF[row.tries - 1], trouble=trouble)


def end(row, state: str, trouble: str = "") -> None:
    release(row, state=state, trouble=trouble, ended_at=timezone.now())


def release(row, **changes) -> None:
    """Mark, unless the lease ran out and somebody else has it, or an administrator gave it up meanwhile."""
    mine = type(row).objects.filter(pk=row.pk, state=State.WAITING, leased_until=row.leased_until)
    mine.update(leased_until=None, **changes)


def send_again(rows: QuerySet) -> int:
    """From the beginning, but what is leaving just now. Returns how many."""
    now = timezone.now()
    again = {"state": State.WAITING, "tries": 0, "next_at": now, "ended_at": None, "trouble": ""}
    resting = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
    return rows.filter(resting).update(leased_until=None, **again)


def give_up(rows: QuerySet) -> int:
    return rows.update(state=State.DROPPED, ended_at=timezone.now())
