"""What every list shares: its pages, and the day of a moment."""

from django.core.paginator import Paginator
from django.utils import timezone


class Pages(Paginator):
    """A page holds one row at least and 100 at most, whatever an address asks for."""

    def __init__(self, rows, per_page, **kwargs):
        super().__init__(rows, min(max(per_page, 1), 100), **kwargs)


CHUNK = 500
PAGED = {"per_page": 25, "paginator_class": Pages}


def day(moment):
    """The local date of a moment, for a ledger's cell."""
    return timezone.localdate(moment) if moment else None
