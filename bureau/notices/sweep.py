"""The sweep: open duties that are new or have reached a rung, and lines to be heard of, become notices.

Exactly once: a batch of duties is locked, told and marked in one transaction, and the notice's key holds
person, duty, news and due time. A batch that goes wrong is told holder by holder: what goes wrong with one is
written down, and stops nobody else.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from time import monotonic

from django.urls import reverse
from django.utils import timezone

from bureau.matters.models import Duty
from bureau.notices import watch
from bureau.notices.alarms import alarm
from bureau.notices.models import Clock
from bureau.notices.pending import Holder, Owed, Pending
from bureau.notices.telling import Swept, tell
from bureau.notices.tidings import tell_line, untold
from bureau.org.posts import Post

log = logging.getLogger(__name__)
COUNTED_ANEW = timedelta(minutes=10)  # a clock that waits for its administrator need not count every minute
MOST_FAILURES = 100


def sweep(now=None) -> Swept:
    """One round. On a clock that is not armed it only counts, and writes the figures on the clock."""
    began, pending = monotonic(), Pending(now or timezone.now())
    clock = watch.look(pending)
    swept = Swept(dry=not clock.armed)
    if swept.dry and clock.swept_at and pending.now - clock.swept_at < COUNTED_ANEW:
        return swept
    for owed in pending.batches():
        tell_all(owed, pending, swept)
    for line in untold():
        with isolated(swept, line, f"第{line}条动态"):
            tell_line(line, pending, swept)
    record(swept, pending.now, monotonic() - began)
    return swept


def tell_all(owed: Owed, pending: Pending, swept: Swept) -> None:
    """At once; where somebody's duties are in the way of that, each holder's by themselves."""
    try:
        tell(owed, pending, swept)
    except Exception:  # whatever it was comes up again, and is written down, with the one whom it concerns
        for holder, keys in owed.items():
            with isolated(swept, holder._asdict(), words_of(holder)):
                tell({holder: keys}, pending, swept)


@contextmanager
def isolated(swept: Swept, key, whom: str) -> Iterator[None]:
    """Whatever breaks here breaks for this one alone; the next round tries again. The log names keys only."""
    try:
        yield
    except Exception:
        log.exception("could not tell %s", key)
        swept.failures.append(f"告知{whom}时出错，下一轮再试；原因见系统日志。")


def words_of(holder: Holder) -> str:
    unit, post, person = holder
    return Duty(holder_unit_id=unit, holder_post=post, holder_person_id=person).holder_words


def record(swept: Swept, now, seconds: float) -> None:
    """How the round went, on the clock; and an alarm, once a day, when somebody could not be told."""
    figures = {"told": swept.notices, "people": len(swept.people), "failures": swept.failures[:MOST_FAILURES]}
    Clock.objects.filter(pk=1).update(swept_at=now, seconds=round(seconds, 3), **figures)
    if swept.failures and not swept.dry:
        words = f"有{len(swept.failures)}项待办未能告知：{''.join(swept.failures)}"
        alarm("untold", words, reverse("notices:clock"), now=now)
        alarm("untold", words, post=Post.DIRECTOR, now=now)
