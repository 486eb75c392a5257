"""Reading: recorded once, the first time."""

from django.db import transaction
from django.utils import timezone

from bureau.notices.models import Notice
from bureau.notices.reading import mark_read
from reports.models import Receipt


@transaction.atomic
def read(person, bulletin) -> bool:
    """已阅 by whom it was delivered to, in person; what told them of it is read too. Whether this was the first time."""
    mark_read(Notice.objects.filter(person=person, url=bulletin.get_absolute_url()))
    unread = Receipt.objects.filter(bulletin=bulletin, person=person, read_at=None)
    return not person.hand and unread.update(read_at=timezone.now()) > 0
