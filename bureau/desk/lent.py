"""What a deputy finds on their 工作台: who is away, and what waits in whose name."""

from django.db.models import Q, QuerySet
from django.utils import timezone

from bureau.matters.access.visibility import seen_by
from bureau.matters.models import Duty
from bureau.org.actor import Actor
from bureau.org.models import Deputy, Person


def absences(person: Person) -> list[Deputy]:
    """Today's: those for whom this person stands in, and who stands in for them."""
    rows = Deputy.objects.filter(Q(principal=person) | Q(deputy=person), kind=Deputy.Kind.STAND_IN)
    return list(rows.in_force(timezone.localdate()).select_related("principal", "deputy").order_by("ends"))


def duties_of(person: Person | Actor) -> QuerySet[Duty]:
    """Open duties this person may do, on matters they see, nearest first."""
    found = Duty.objects.open().held_by(person).filter(seen_by(person, to="matter"))
    return found.select_related("matter", "assignment", "holder_unit", "holder_person")


def lent_duties(person: Person, principal: Actor) -> QuerySet[Duty]:
    """What waits for the principal and not for the deputy anyway."""
    own = Duty.objects.open().held_by(person).values("pk")
    return duties_of(principal).exclude(pk__in=own)
