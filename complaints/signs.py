"""Complaints that were found true, as a sign to look at the unit (facts §4.3)."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Count, Max
from django.utils import timezone

from bureau.matters.rooms import Sign
from complaints.models import Complaint
from complaints.models.kinds import SUBSTANTIATED

WITHIN = timedelta(days=365)


def signs() -> Iterator[Sign]:
    """Of each unit how many within a year, at the latest of them."""
    found = Complaint.objects.filter(
        finding__in=SUBSTANTIATED, respondent__isnull=False, matter__finished_at__gte=timezone.now() - WITHIN
    )
    rows = found.order_by().values("respondent").annotate(amount=Count("pk"), latest=Max("pk"))
    for row in rows:
        yield Sign("substantiated", row["latest"], row["respondent"], row["amount"])
