"""Results as they are kept: frozen byte by byte, the last of each series, whose lines differ."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import timezone

from appraisal.models import Period, Result, Scheme
from appraisal.reckoning import Reckoned
from bureau.org.actor import Actor

PUBLICISED = Result.Kind.PUBLICISED


def freeze(
    actor: Actor, period: Period, found: Reckoned, scheme: Scheme, kind: str, number: str = "", **values: Any
) -> Result:
    """What was reckoned of this series, with the grades as they are decided now."""
    inputs, outputs = found.bytes_of(scheme.pk)
    graded = period.appraised.filter(scheme=scheme).values_list("assignment__unit", "grade", "grade_reason")
    grades = {str(unit): [grade, reason] for unit, grade, reason in graded}
    return keep(actor, period, scheme, kind, number, inputs=inputs, outputs=outputs, grades=grades, **values)


def freeze_again(actor: Actor, one: Result, kind: str, number: str) -> Result:
    """The same bytes and grades once more, under another kind and number."""
    same = {"inputs": one.inputs, "outputs": one.outputs, "grades": one.grades}
    return keep(actor, one.period, one.scheme, kind, number, **same)


def keep(actor: Actor, period: Period, scheme: Scheme, kind: str, number: str, **values: Any) -> Result:
    return Result.objects.create(
        period=period,
        scheme=scheme,
        kind=kind,
        number=number,
        by=actor.principal,
        at=timezone.now(),
        **values,
    )


def last_publicised(period: Period) -> list[Result]:
    """The last of each series, in their order."""
    return last_of_each(period.results.filter(kind=PUBLICISED))


def last_published(period: Period) -> list[Result]:
    """The last of each series, corrections among them, in their order; empty before."""
    return last_of_each(period.results.exclude(kind=PUBLICISED))


def last_of_each(found: Any) -> list[Result]:
    joined = found.select_related("scheme", "period__matter", "corrects").order_by("pk")
    last = {one.scheme_id: one for one in joined}
    return sorted(last.values(), key=lambda one: one.scheme.series)


def changed_units(before: Mapping[int, Result], results: Iterable[Result]) -> set[int]:
    """Whose line or grade differs from what was kept before. `before`: scheme's key → its last result."""
    changed: set[int] = set()
    for one in results:
        last = before.get(one.scheme_id)
        then, grades = (last.by_unit(), last.grades) if last else ({}, {})
        changed |= {
            unit
            for unit, line in one.by_unit().items()
            if then.get(unit) != line or grades.get(str(unit)) != one.grades.get(str(unit))
        }
    return changed
