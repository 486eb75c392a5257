"""Measures on units that were decided, as something that may weigh in their appraisal. What became of a person is not told."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Prefetch

from accountability import states
from accountability.models import Sanction, Subject
from bureau.matters.rooms import Happening


def happenings(since: date, until: date) -> Iterator[Happening]:
    found = Subject.objects.filter(
        position=None, state__in=states.IN_FORCE, decided_on__range=(since, until)
    ).prefetch_related(Prefetch("sanctions", Sanction.objects.select_related("measure")))
    for one in found.order_by("pk"):
        measures = "、".join(str(each) for each in one.sanctions.all() if each.in_force)
        if measures and one.decided_on:
            words = f"受到{measures}（{one.decision_number}）"
            yield Happening("measure", one.case_id, one.unit_id, one.decided_on, f"measure.{one.pk}", words)
