"""How long a step may take, from the table the bureau edits."""

from bureau.org.models import Limit
from bureau.org.worktime import Term


def limit_for(room: str, urgency: str, step: str) -> Term | None:
    """The limit of `step` in `room` for `urgency`, or None where the bureau has set none.

    The closest row wins: a room's own before the general ones, an urgency's own before 「各类」.
    """
    rows = Limit.objects.filter(room__in=["", room], urgency__in=["", urgency], step=step)
    closest = rows.order_by("-room", "-urgency").first()
    return Term(closest.amount, closest.unit) if closest else None
