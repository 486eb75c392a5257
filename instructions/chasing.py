"""定期督办: while an instruction is being handled its lead answers every so many working days (the limits table).

The next answer is owed once the last one was given; near the date of the result nothing is asked for twice.
"""

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from bureau.matters import cover
from bureau.matters.deadlines import dues, duties
from bureau.matters.known import the_lead
from bureau.matters.models import Duty, Matter
from bureau.org.worktime import Reckoning
from instructions import states
from instructions.dues import CHASE
from instructions.models import Instruction

ASKED = (dues.FIRST_REPLY, CHASE, dues.REVISE)


def open_chases() -> int:
    """Returns how many were opened; safe to repeat, and for a sweep that died in the middle."""
    return sum(open_if_waiting(pk) for pk in waiting().values_list("pk", flat=True))


def waiting() -> QuerySet[Instruction]:
    """Running, given to a unit, and nothing but the result is owed by its lead."""
    asked = Duty.objects.filter(matter=OuterRef("pk"), step__in=ASKED, done_at__isnull=True)
    return Instruction.objects.filter(~Exists(asked), state=states.RUNNING, self_handled=False)


@transaction.atomic
def open_if_waiting(pk: int) -> bool:
    """Open the next answer unless somebody turned the instruction since it was listed."""
    cover.lock(pk)
    instruction = waiting().select_related("matter").filter(pk=pk).first()
    now = timezone.now()
    due = duties.term_of(instruction.matter, CHASE, now) if instruction else None
    if instruction is None or due is None or result_is_nearer(instruction.matter, due):
        return False
    part = the_lead(instruction.matter)
    duties.owe(instruction.matter, CHASE, at=now, unit=part.unit, assignment=part, due=due)
    return True


def result_is_nearer(matter: Matter, due: Reckoning) -> bool:
    return matter.due_at is not None and matter.due_at <= due.due_at
