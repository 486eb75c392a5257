"""核对动态 by night: all timelines and at the end the register, a slice at a time, so that no task is long and a killed one loses one slice."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from bureau.matters.chain import register_faults, verdicts
from bureau.matters.models import Matter
from bureau.ops.models import ChainCheck

SLICE = 2000  # matters


def begin() -> ChainCheck:
    """The walk that is going on, else a new one."""
    going = ChainCheck.objects.filter(ended_at__isnull=True)
    try:
        with transaction.atomic():
            return going.first() or ChainCheck.objects.create(started_at=timezone.now())
    except IntegrityError:  # somebody else began at this moment
        return going.get()


@transaction.atomic
def walk_on() -> bool:
    """The next slice of the walk that is going on. True when there is more to walk; two at once take turns."""
    check = ChainCheck.objects.select_for_update().filter(ended_at__isnull=True).first()
    if check is None:
        return False
    keys = list(Matter.objects.filter(pk__gt=check.upto).order_by("pk").values_list("pk", flat=True)[:SLICE])
    for verdict in verdicts(Matter.objects.filter(pk__in=keys)):
        check.matters += 1
        check.lines += verdict.lines
        check.broken += [verdict.matter_id] if verdict.faults else []
    check.upto = keys[-1] if keys else check.upto
    if len(keys) < SLICE:
        check.register, check.ended_at = register_faults(), timezone.now()
    check.save()
    return check.ended_at is None
