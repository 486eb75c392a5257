"""Who reads what of a period: the bureau and the leaders all of it; a unit its own part, its adjustments once they were confirmed, its score
once it was told; a department the values that it supplies."""

from django.db.models import Q, QuerySet

from appraisal import states
from appraisal.models import Adjustment, Appraised, Indicator, Period, Scheme
from bureau.matters.access.rights import Rights
from bureau.matters.access.visibility import reads_above, where_reads_above
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Function


def schemes_seen(person: Person | Actor) -> QuerySet[Scheme]:
    """The desk reads all; everybody with a post what was published: who is appraised knows by what."""
    if person.is_administrator:
        return Scheme.objects.none()
    found = Scheme.objects.all()
    return (
        found
        if person.sits_at(Function.APPRAISAL)
        else found.filter(state__in=[states.IN_FORCE, states.REPLACED])
    )


def periods_seen(person: Person | Actor) -> QuerySet[Period]:
    return Period.objects.visible_to(person).select_related("matter__officer__unit")


def own_units(person: Person | Actor) -> list[int]:
    """Of those in whose name they answer for a unit."""
    return [unit for actor in Rights.of(person).actors if actor.answers_for_unit for unit in actor.own_units]


def parts_seen(person: Person | Actor) -> QuerySet[Appraised]:
    """A leader who is in charge of some units reads theirs; the desk and who is in charge of all read all."""
    above = where_reads_above(person, "period__matter") & in_charge_of(person)
    own = Q(assignment__unit__in=own_units(person), assignment__opened_at__isnull=False)
    found = Appraised.objects.filter(above | own)
    return found.select_related("period__matter__officer", "assignment__unit", "scheme", "notice")


def in_charge_of(person: Person | Actor) -> Q:
    """All, but for a leader whose portfolio names units."""
    actors = [one for one in Rights.of(person).actors if not one.works_for_unit]
    if any(one.of_the_bureau for one in actors):
        return Q()
    charges = [
        charge
        for one in actors
        for charge in Rights.of(person).charges_of(one)
        if "appraisal" in charge.functions
    ]
    if not charges or any(charge.all_units for charge in charges):
        return Q()
    return Q(assignment__unit__in={unit for charge in charges for unit in charge.units})


def reads_whole(person: Person | Actor, period: Period) -> bool:
    """All units of it, at any time: not a leader whose portfolio names units."""
    return reads_above(person, period.matter) and not in_charge_of(person)


def adjustments_seen(person: Person | Actor) -> QuerySet[Adjustment]:
    above = Adjustment.objects.filter(appraised__in=parts_seen(person).values("pk"))
    told = Q(confirmed_by__isnull=False) | where_reads_above(person, "appraised__period__matter")
    return above.filter(told).select_related(
        "appraised__period__matter__officer",
        "appraised__assignment__unit",
        "rule",
        "source",
        "confirmed_by__unit",
        "approved_by__unit",
        "answered_by__unit",
        "objected_by__unit",
    )


def is_told(part: Appraised) -> bool:
    """Whether its unit knows its score."""
    return part.notice_id is not None or part.period.state in states.TOLD


def supplied_by(person: Person | Actor, period: Period) -> list[Indicator]:
    """What their unit supplies for all."""
    found = Indicator.objects.filter(
        scheme__in=period.schemes.all(), supplied_by__in=own_units(person), rule__isnull=False
    )
    return list(found.select_related("scheme", "unit"))
