"""Reading: recorded once, the first time; of a unit by whoever of its people is first."""

from django.db import transaction
from django.utils import timezone

from bureau.notices.models import Notice
from bureau.notices.reading import mark_read
from bureau.org.actor import Actor
from reports import telling
from reports.models import Receipt


@transaction.atomic
def read(person, bulletin) -> bool:
    """已阅 by whom it was delivered to, in person; what told them of it is read too. Whether this was the first time."""
    mark_read(Notice.objects.filter(person=person.pk, url=bulletin.get_absolute_url()))
    reader = Actor.of(person)
    if reader.lent:
        return False
    unread, now = Receipt.objects.filter(bulletin=bulletin, read_at=None), timezone.now()
    first = unread.filter(person=reader.pk).update(read_at=now, read_by=reader.principal)
    if person.answers_for_unit:
        theirs = unread.filter(unit__in=person.own_units).update(read_at=now, read_by=reader.principal)
        if theirs:
            telling.hushed(bulletin, person, "unread")
        first += theirs
    return first > 0
