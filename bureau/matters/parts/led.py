"""What units still lead, told before one is put out of use."""

from collections.abc import Sequence

from django.db.models import Count

from bureau.matters.models import Assignment
from bureau.matters.models.matter import Phase
from bureau.org.models import Unit


def still_led(units: Sequence[Unit]) -> list[str]:
    """Those of them that lead what is running or suspended, each with how much."""
    theirs = Assignment.objects.filter(unit__in=units, role=Assignment.Role.LEAD)
    going = theirs.filter(matter__phase__in=(Phase.RUNNING, Phase.SUSPENDED))
    counted = dict(going.values_list("unit").annotate(Count("pk")).order_by())
    return [f"{unit.short}还牵头{counted[unit.pk]}件在办事项" for unit in units if unit.pk in counted]
