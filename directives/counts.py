"""What directives add to the count of matters."""

from collections.abc import Iterable

from django.db.models import QuerySet

from bureau.matters.counting.counts import Counts
from directives.models import Directive


def counts(keys: QuerySet) -> Iterable[Counts]:
    """Of these matters (a queryset of keys) those of the room: the paper each came from, and who is in charge of it."""
    found = Directive.objects.filter(matter__in=keys).order_by()
    for key, source, leader in found.values_list("pk", "source__title", "leader"):
        yield Counts(key, source, leader)
