"""Lines of the timeline that units must hear of although they owe nothing for them become notices."""

from django.db import transaction

from bureau.matters.models import Tiding
from bureau.notices.models import News, Notice, is_urgent
from bureau.notices.posting import post
from bureau.notices.recipients import answering, hears
from bureau.notices.telling import Swept


def untold() -> list[int]:
    """The lines that wait, oldest first."""
    return list(Tiding.objects.filter(told_at__isnull=True).order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def tell_line(key: int, pending, swept: Swept) -> None:
    """One line, told to those who read it; a line nobody reads is done with as well, for nothing is owed."""
    waiting = Tiding.objects.filter(pk=key, told_at__isnull=True)
    if not swept.dry:
        waiting = waiting.select_for_update(skip_locked=True, of=("self",))
    tiding = waiting.select_related("entry__matter", "entry__assignment", "person").first()
    if tiding is None:
        return
    notices = notices_of(tiding, pending)
    swept.count(notices)
    if not swept.dry:
        post(notices)
        Tiding.objects.filter(pk=key).update(told_at=pending.now)


def notices_of(tiding, pending) -> list[Notice]:
    entry, matter = tiding.entry, tiding.entry.matter
    people = [tiding.person] if tiding.person else answering(entry, pending.deputies)
    return [
        Notice(
            person=person,
            news=News.ENTRY,
            matter=matter,
            entry=entry,
            urgent=is_urgent(News.ENTRY, matter.urgency),
            at=pending.now,
        )
        for person in people
        if person.pk != entry.actor_id and hears(person, entry)
    ]
