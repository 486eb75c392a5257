"""A unit is merged before its period is opened: who carries on is appraised once, for itself."""

from appraisal.models import Appraised
from bureau.matters.models import Assignment


def join_parts(part: Assignment, there: Assignment) -> None:
    """What `part` brings to `there`, its successor's, before it goes: its place, where the successor has none."""
    brought = Appraised.objects.filter(assignment=part)
    if Appraised.objects.filter(assignment=there).exists():
        brought.delete()
    else:
        brought.update(assignment=there)
