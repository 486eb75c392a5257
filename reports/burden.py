"""负担 that bulletins add to what the hall counts: written answers asked of the units that they name."""

from collections import Counter

from django.db.models import Count

from bureau.matters.counting import burden
from reports.delivering import named_units
from reports.models import Response


def asked(start, end) -> Counter:
    """As `bureau.matters.counting.burden.asked` counts, with the answers asked by bulletins. Three queries."""
    answers = Response.objects.filter(asked_at__range=(start, end)).order_by()
    return burden.asked(start, end) + burden.by_week(answers, "unit", "asked_at")


def warnings(bulletin) -> list[str]:
    """Before a bulletin is issued that asks units for an answer."""
    if bulletin.is_frozen or not bulletin.answer_by:
        return []
    return burden.warnings(named_units(bulletin), besides=answers_since)


def answers_since(moment) -> dict[int, int]:
    found = Response.objects.filter(asked_at__gte=moment).order_by()
    return dict(found.values_list("unit").annotate(Count("pk")))
