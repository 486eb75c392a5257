"""每日汇总: one message per person, channel and working day, of what is not urgent and was not read."""

import logging

from django.db import transaction
from django.utils import timezone

from bureau.notices import channels
from bureau.notices.models import Delivery, Notice, Preference
from bureau.org.calendar import current_calendar
from bureau.org.worktime import local

log = logging.getLogger(__name__)


def digest(now=None) -> int:
    """Gather for everybody whose hour has come today. Returns how many messages; none on a day off."""
    now = now or timezone.now()
    day, hour = local(now).date(), local(now).time()
    waiting = Preference.objects.filter(digest=True, person__is_active=True, digested_on__lt=day)
    people = waiting.filter(digest_at__lte=hour).values_list("pk", flat=True)
    if not people or not current_calendar().is_workday(day):
        return 0
    return sum(isolated(person, now, day) for person in people)


def isolated(person: int, now, day) -> int:
    try:
        return gather(person, now, day)
    except Exception:
        log.exception("no digest for person %s", person)
        return 0


@transaction.atomic
def gather(person: int, now, day) -> int:
    """The day's digest of one person: made once, whether or not there is anything to say."""
    mine = Preference.objects.select_for_update(skip_locked=True).filter(pk=person, digested_on__lt=day)
    preference = mine.first()
    if preference is None:
        return 0
    Preference.objects.filter(pk=person).update(digested_on=day)
    by = [channel for channel in preference.chosen() if channel in channels.standing()]
    fresh = Notice.objects.filter(person=person, urgent=False, digested_on__isnull=True, at__lte=now).unread()
    if not by or not fresh.update(digested_on=day):
        return 0
    made = Delivery.objects.bulk_create(
        Delivery(person_id=person, channel=channel, day=day, next_at=now) for channel in by
    )
    return len(made)
