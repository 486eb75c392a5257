"""What was reported as put right and was found not to be, as a sign to look at the unit."""

from collections.abc import Iterator

from django.db.models import Count

from bureau.matters.rooms import Sign
from directives.inspections.models import Verification

WRONG = (Verification.Outcome.NOT, Verification.Outcome.REBOUND)


def signs() -> Iterator[Sign]:
    """Of each directive that arose from a finding and was finished before somebody went to see."""
    found = Verification.objects.filter(outcome__in=WRONG, finding__directive__finished_at__isnull=False)
    rows = found.order_by().values("finding__directive", "finding__target__assignment__unit")
    for row in rows.annotate(amount=Count("pk")):
        yield Sign(
            "false_report",
            row["finding__directive"],
            row["finding__target__assignment__unit"],
            row["amount"],
        )
