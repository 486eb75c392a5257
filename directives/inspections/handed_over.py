"""交接 of a person who plans, leads or joins visits that are not over."""

from bureau.matters.models import Matter
from bureau.org.models import Person
from directives.inspections import states
from directives.inspections.models import Inspection


def hand_over_team(matter: Matter, leaver: Person, successor: Person) -> None:
    """The head's and the member's place goes to the successor, unless they go already; what was written down keeps its names."""
    going = Inspection.objects.filter(matter=matter).exclude(state__in=(states.CLOSED, states.VOID))
    for inspection in going:
        if inspection.head_id == leaver.pk:
            Inspection.objects.filter(pk=inspection.pk).update(head=successor)
        if inspection.members.filter(pk=leaver.pk).exists():
            inspection.members.remove(leaver)
            inspection.members.add(successor)
