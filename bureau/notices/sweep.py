"""The sweep: open duties that are new or have reached a rung, and lines to be heard of, become notices.

Exactly once: a holder's duties are locked, told and marked in one transaction, and the notice's key holds
person, duty, news and due time. What goes wrong with one holder is written down, and stops nobody else.
"""

import logging
from datetime import timedelta
from time import monotonic

from django.urls import reverse
from django.utils import timezone

from bureau.matters.models import Duty
from bureau.notices import watch
from bureau.notices.alarms import alarm
from bureau.notices.models import Clock
from bureau.notices.pending import HOLDER, Pending
from bureau.notices.telling import Swept, tell_holder
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
    for holder in pending.holders():
        isolated(swept, words_of(holder), tell_holder, holder, pending)
    for line in untold():
        isolated(swept, f"第{line}条动态", tell_line, line, pending)
    record(swept, pending.now, monotonic() - began)
    return swept


def isolated(swept: Swept, whom: str, act, key, pending) -> None:
    """Whatever breaks here breaks for this holder alone; the next round tries again. The log names keys only."""
    try:
        act(key, pending, swept)
    except Exception:
        log.exception("could not tell %s", key)
        swept.failures.append(f"告知{whom}时出错，下一轮再试；原因见系统日志。")


def words_of(holder: dict) -> str:
    return Duty(
        **{name if name == "holder_post" else f"{name}_id": holder[name] for name in HOLDER}
    ).holder_words


def record(swept: Swept, now, seconds: float) -> None:
    """How the round went, on the clock; and an alarm, once a day, when somebody could not be told."""
    figures = {"told": swept.notices, "people": len(swept.people), "failures": swept.failures[:MOST_FAILURES]}
    Clock.objects.filter(pk=1).update(swept_at=now, seconds=round(seconds, 3), **figures)
    if swept.failures and not swept.dry:
        words = f"有{len(swept.failures)}项待办未能告知：{''.join(swept.failures)}"
        alarm("untold", words, reverse("notices:clock"), now=now)
        alarm("untold", words, post=Post.DIRECTOR, now=now)
