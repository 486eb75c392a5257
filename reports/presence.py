"""在改: who else has a draft open in the editor."""

from datetime import timedelta

from django.utils import timezone

from reports.models import Presence

FRESH = timedelta(
    minutes=2
)  # since the editor was last heard of: it speaks whenever somebody types or turns a page


def here(person, bulletin) -> None:
    """This person is at it now."""
    now = timezone.now()
    Presence.objects.update_or_create(bulletin=bulletin, person=person, defaults={"seen_at": now})


def gone(person, bulletin) -> None:
    """This person saved it."""
    Presence.objects.filter(bulletin=bulletin, person=person).delete()


def others(person, bulletin) -> list[Presence]:
    fresh = bulletin.presences.filter(seen_at__gte=timezone.now() - FRESH).exclude(person=person)
    return list(fresh.select_related("person").order_by("-seen_at"))
