"""Reading: recorded once, the first time; of a unit by whoever of its people is first."""

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from bureau.matters.counting.figures import flag
from bureau.notices.models import Notice
from bureau.notices.reading import mark_read
from bureau.org.actor import Actor
from reports import telling
from reports.models import Bulletin, Receipt


def noting_unread(bulletins, person, key: int):
    """With whether `read` would mark anything of the one with this key (`unread`)."""
    told = Notice.objects.unread().filter(person=person.pk, url=Bulletin(pk=key).get_absolute_url())
    mine = Q(person=person.pk)
    if person.answers_for_unit:
        mine |= Q(unit__in=person.own_units)
    delivered = Receipt.objects.filter(mine, bulletin=OuterRef("pk"), read_at=None)
    return bulletins.annotate(unread=flag(Exists(told) | Exists(delivered)))


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
