"""在改: who else has a draft open in the editor, and who left something in it that is not saved."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Value
from django.urls import reverse
from django.utils import timezone

from bureau.pages.models import Draft
from reports.models import Presence

# Since the editor was last heard of: it asks for its page when it is opened, and speaks whenever somebody types.
FRESH = timedelta(minutes=2)
LEFT = timedelta(days=1)  # since something was left unsaved; what is older nobody comes back to at this hour


@dataclass(frozen=True)
class Other:
    """Who is at it `since`; or, where not `here`, left something unsaved then."""

    name: str
    since: datetime
    here: bool = True


def here(person, bulletin) -> None:
    """This person is at it now. Whoever was not heard of for a while is forgotten."""
    now = timezone.now()
    bulletin.presences.filter(seen_at__lt=now - FRESH).delete()
    Presence.objects.bulk_create(
        [Presence(bulletin=bulletin, person=person, since=now, seen_at=now)],
        update_conflicts=True,
        unique_fields=["bulletin", "person"],
        update_fields=["seen_at"],
    )


def gone(person, bulletin) -> None:
    """This person saved it."""
    Presence.objects.filter(bulletin=bulletin, person=person).delete()


def others(person, bulletin) -> list[Other]:
    """Who else is at it, then who left something. One query."""
    now, form = timezone.now(), reverse("reports:edit", args=[bulletin.pk])
    fresh = bulletin.presences.filter(seen_at__gte=now - FRESH).exclude(person=person)
    left = Draft.objects.filter(form=form, at__gte=now - LEFT).exclude(person=person)
    at_it, gone = rows(fresh, "since", here=True), rows(left, "at", here=False)
    found = {}
    for _gone, _pk, key, name, since, here in at_it.union(gone, all=True).order_by("gone", "pk"):
        found.setdefault(key, Other(name, since, here))
    return list(found.values())


def rows(found, since: str, here: bool):
    columns = ("gone", "pk", "person", "person__name", since, "here")
    return found.order_by().annotate(gone=Value(not here), here=Value(here)).values_list(*columns)
