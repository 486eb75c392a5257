"""Running matters whose units owe their results: many open duties in few rows, without timelines."""

from collections.abc import Callable
from itertools import count

from django.utils import timezone

from bureau.bench.cast import Cast
from bureau.demo.rows.copying import Row, copy_in, count_on
from bureau.matters.deadlines import dues
from bureau.matters.models import Assignment, Duty, Matter, Phase
from bureau.matters.parts.steps import WORKING
from bureau.org.models import Urgency
from bureau.org.posts import Function

PARTS = 4  # units a matter, each with its duty
CHUNK = 40_000  # duties copied at a time
TABLES = (Matter, Assignment, Duty)
Standing = Callable[[int], dict]  # place of a duty → its opened_at, due_at, told_at, rung


class Filling:
    """Into a database that holds people and no matters. `urgency`: of every matter."""

    def __init__(self, cast: Cast, urgency: str = Urgency.MINUTES):
        self.cast, self.urgency, self.now = cast, urgency, timezone.now()
        self.keys = {model: count(1) for model in TABLES}

    def fill(self, duties: int, standing: Standing) -> None:
        """So many open duties, rounded up to whole matters; the units take turns."""
        for first in range(0, duties, CHUNK):
            rows = {model: [] for model in TABLES}
            for place in range(first, min(first + CHUNK, duties), PARTS):
                self.matter(place, standing, rows)
            for model in TABLES:
                copy_in(model, rows[model])
        count_on(TABLES)

    def matter(self, place: int, standing: Standing, rows: dict) -> None:
        key, units = next(self.keys[Matter]), self.cast.units
        rows[Matter].append(self.cover(key))
        for part in range(PARTS):
            unit = units[(place + part) % len(units)]
            assignment = next(self.keys[Assignment])
            of = {"matter_id": key, "opened_at": self.now}
            role = Assignment.Role.CO if part else Assignment.Role.LEAD
            rows[Assignment].append(
                Row(id=assignment, unit_id=unit.pk, role=role.value, state=WORKING, open=True, **of)
            )
            owed = dues.PART if part else dues.REPORT
            about = {"step": owed, "holder_unit_id": unit.pk, "assignment_id": assignment}
            rows[Duty].append(Row(id=next(self.keys[Duty]), **about, **of | standing(place + part)))

    def cover(self, key: int) -> Row:
        return Row(
            id=key,
            kind=Function.DIRECTIVES.value,
            number=f"试〔{self.now.year}〕{key}号",
            title="完成全县小型水库隐患排查",
            officer_id=self.cast.officers[0].pk,
            urgency=str(self.urgency),
            phase=Phase.RUNNING.value,
            stage="办理中",
            registered_at=self.now,
            opened_at=self.now,
        )
