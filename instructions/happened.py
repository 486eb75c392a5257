"""肯定性批示 on what a unit did, as something that may weigh in its appraisal."""

from collections.abc import Iterator
from datetime import date

from django.db.models import F

from bureau.matters.models import Assignment, Secrecy
from bureau.matters.rooms import Happening
from instructions.models import Round


def happenings(since: date, until: date) -> Iterator[Happening]:
    """Each word of praise at every unit that had a part; who led is told apart from who helped."""
    part = "instruction__matter__assignments"
    found = (
        Round.objects.filter(
            positive=True, date__range=(since, until), instruction__matter__secrecy=Secrecy.NORMAL
        )
        .annotate(opened=F(f"{part}__opened_at"), part_state=F(f"{part}__state"))
        .filter(opened__isnull=False)
        .exclude(part_state=Assignment.State.RELEASED)
        .values_list(
            "pk", "date", "instruction", "instruction__matter__number", f"{part}__unit", f"{part}__role"
        )
    )
    for key, on, matter, number, unit, role in found.order_by("pk", f"{part}__pk"):
        yield Happening(
            "positive",
            matter,
            unit,
            on,
            f"round.{key}.{unit}",
            f"领导批示件{number}办理工作得到肯定性批示",
            lead=role == Assignment.Role.LEAD,
        )
