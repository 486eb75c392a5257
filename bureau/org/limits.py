"""How long a step may take, from the table the bureau edits."""

from bureau.org.models import Limit
from bureau.org.worktime import Term


class Limits:
    """The table as it stands now: one query. Make one per batch of questions."""

    def __init__(self):
        rows = Limit.objects.values_list("room", "urgency", "step", "amount", "unit")
        self.terms = {tuple(cell): Term(amount, unit) for *cell, amount, unit in rows}

    def of(self, room: str, urgency: str, step: str) -> Term | None:
        """The limit of `step` in `room` for `urgency`, or None where the bureau has set none.

        The closest row wins: a room's own before the general ones, an urgency's own before 「各类」.
        """
        closest = ((room, urgency), (room, ""), ("", urgency), ("", ""))
        return next((term for place in closest if (term := self.terms.get((*place, step)))), None)


def limit_for(room: str, urgency: str, step: str) -> Term | None:
    """One limit, asked alone."""
    return Limits().of(room, urgency, step)
