"""What walks add to the count of matters."""

from bureau.matters.counting.counts import Counts
from tests.toys.models import Walk

SOURCE = "河长制"


def counts(keys):
    for key in Walk.objects.filter(matter__in=keys).values_list("pk", flat=True):
        yield Counts(key, SOURCE)
