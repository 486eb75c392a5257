"""What visits on site say of a unit that may weigh in its appraisal: praise and criticism that were carried out, and problems that
were reported as put right and were not."""

from collections.abc import Iterator
from datetime import date

from bureau.matters.rooms import Happening
from bureau.org.worktime import local
from directives.inspections.models import Use, Verification
from directives.inspections.signs import WRONG

KINDS = {Use.Kind.PRAISE: "praised", Use.Kind.CRITICISE: "criticised"}


def happenings(since: date, until: date) -> Iterator[Happening]:
    yield from uses(since, until)
    yield from unrectified(since, until)


def uses(since: date, until: date) -> Iterator[Happening]:
    """On the day of the visit's end: what was made of it is told then or later."""
    found = Use.objects.filter(
        kind__in=KINDS, state=Use.State.CARRIED_OUT, target__inspection__ends_on__range=(since, until)
    )
    for one in found.select_related("target__inspection__matter", "target__assignment").order_by("pk"):
        inspection, part = one.target.inspection, one.target.assignment
        words = f"《{inspection.matter.title}》督查结果{one.get_kind_display()}：{one.reason}"
        yield Happening(
            KINDS[Use.Kind(one.kind)],
            inspection.pk,
            part.unit_id,
            inspection.ends_on,
            f"use.{one.pk}",
            words[:400],
        )


def unrectified(since: date, until: date) -> Iterator[Happening]:
    found = Verification.objects.filter(outcome__in=WRONG, at__date__range=(since, until))
    joined = found.select_related("finding__target__assignment", "finding__target__inspection__matter")
    for one in joined.order_by("pk"):
        target = one.finding.target
        words = f"《{target.inspection.matter.title}》发现的问题，核查时{one.get_outcome_display()}"
        yield Happening(
            "finding",
            target.inspection_id,
            target.assignment.unit_id,
            local(one.at).date(),
            f"verification.{one.pk}",
            words[:400],
        )
