"""Which cells a person fills: a unit its own, the department in charge and the desk one indicator of all units."""

from django.db.models import QuerySet

from appraisal.actions.valuing import halves
from appraisal.forms.cells import Box
from appraisal.models import Appraised, Indicator, Period, Value
from appraisal.tree import plain


def leaves_of(period: Period) -> QuerySet[Indicator]:
    """What is scored in this period."""
    found = Indicator.objects.filter(
        scheme__in=period.schemes.all(), rule__isnull=False, half__in=halves(period)
    )
    return found.select_related("scheme", "unit", "supplied_by").order_by("scheme__series", "ordinal", "pk")


def own_boxes(part: Appraised) -> list[Box]:
    """What the unit itself supplies."""
    found = leaves_of(part.period).filter(scheme=part.scheme_id, supplier=Indicator.Supplier.SELF)
    own = [one for one in found if one.unit_id in (None, part.assignment.unit_id)]
    given = part.values.filter(indicator__in=own).prefetch_related("evidence__attachment")
    values = {one.indicator_id: one for one in given}
    return [Box(part, one, values.get(one.pk), f"{one}（{plain(one.full)}分）") for one in own]


def boxes_of(period: Period, indicator: Indicator) -> list[Box]:
    """One indicator, every unit that it is asked of."""
    parts = period.appraised.filter(scheme=indicator.scheme_id).select_related(
        "assignment__unit", "period__matter"
    )
    asked = [one for one in parts if indicator.unit_id in (None, one.assignment.unit_id)]
    given = Value.objects.filter(indicator=indicator, appraised__in=asked).select_related("by__unit")
    found = given.prefetch_related("evidence__attachment")
    values = {one.appraised_id: one for one in found}
    return [Box(part, indicator, values.get(part.pk), part.unit.short) for part in asked]
