"""What complaints add to the count of matters: the channel each came by, and whether it is handled."""

from collections.abc import Iterable

from django.db.models import QuerySet

from bureau.matters.counting.counts import Counts
from complaints.models import Channel, Complaint
from complaints.states import HANDLED


def counts(keys: QuerySet) -> Iterable[Counts]:
    """Of these matters (a queryset of keys) those of the room. What was refused, merged or filed is not pursued."""
    found = Complaint.objects.filter(matter__in=keys).order_by()
    for key, channel, state in found.values_list("pk", "channel", "state"):
        yield Counts(key, Channel(channel).label, "", state in HANDLED)
