"""What a lead unit last said of a matter: one definition for ledgers and bulletins."""

from collections.abc import Iterable

from django.db.models import Model, QuerySet

from bureau.matters.access.visibility import stands_above_units
from bureau.matters.models import Reply
from bureau.org.actor import Actor
from bureau.org.models import Person


def latest_words(person: Person | Actor, records: Iterable[Model]) -> dict[int, str]:
    """The lead's last words on each of a room's records, by key, for those who read every reply."""
    if not stands_above_units(person):
        return {}
    said = told_by_leads().filter(assignment__matter__in=[one.pk for one in records]).order_by("id")
    return dict(said.values_list("assignment__matter", "text"))


def told_by_leads() -> QuerySet[Reply]:
    """Progress and results that lead units have sent and nobody has returned, newest first."""
    return Reply.objects.filter(
        assignment__role="lead",
        kind__in=[Reply.Kind.PROGRESS, Reply.Kind.FINAL],
        state__in=[Reply.State.SENT, Reply.State.ACCEPTED],
    ).order_by("-id")
