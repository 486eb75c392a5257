"""分管, as a leader's own page counts it: what a unit of their portfolio leads. Narrower than what they see (`in_charge`): there
every part of such a unit counts."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q

from bureau.matters.access.rights import Charge, Rights, charges_of
from bureau.matters.access.visibility import NOTHING, Path, or_all
from bureau.matters.models import Assignment
from bureau.org.actor import Actor
from bureau.org.models import Person


def charges(leader: Person | Actor, reader: Person) -> list[Charge]:
    """Of this leader, whoever looks; of one as whom the reader acts they are known already."""
    rights = Rights.of(reader)
    if own := next((actor for actor in rights.actors if actor.pk == leader.pk), None):
        return rights.charges_of(own)
    return charges_of([Actor.of(leader)]).get(leader.pk, [])


def within(found: Iterable[Charge], function: str, column: str) -> Q:
    """A `column` that holds a unit which these charges name for a function; nothing where it is not among them."""
    ways = (
        Q(**({f"{column}__isnull": False} if one.all_units else {f"{column}__in": one.units}))
        for one in found
        if function in one.functions
    )
    return or_all(*ways, NOTHING)


def leads() -> Q:
    """Of assignments: those of a lead that was not released."""
    return Q(role=Assignment.Role.LEAD) & ~Q(state=Assignment.State.RELEASED)


def led_in_charge(found: Iterable[Charge], to: str = "") -> Q:
    """Matters that a unit in these charges leads, as a condition on a model whose path to the matter is `to`."""
    path = Path(to)
    led = Assignment.objects.filter(leads(), matter=OuterRef(path.key), opened_at__isnull=False)
    ways = []
    for charge in found:
        units = led if charge.all_units else led.filter(unit__in=charge.units)
        ways.append(path.q(kind__in=charge.functions) & Q(Exists(units)))
    return or_all(*ways, NOTHING)
