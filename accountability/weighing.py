"""What the measures of this room weigh on cadres, for who judges them elsewhere (`bureau.matters.standing`)."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Prefetch

from accountability import states
from accountability.models import Sanction, Subject


def effects(cadres: Collection[int], since: date, until: date) -> dict[int, list[str]]:
    """The effect periods that ran on any of these days, also where they were lifted since; not those that an appeal took away."""
    running = Subject.objects.filter(
        position__cadre__in=cadres,
        effect_from__lte=until,
        effect_until__gte=since,
        state__in=states.IN_FORCE,
    )
    measures = Prefetch("sanctions", Sanction.objects.select_related("measure"))
    found: dict[int, list[str]] = defaultdict(list)
    for one in running.select_related("position").prefetch_related(measures).order_by("effect_until"):
        assert one.position is not None
        held = "、".join(str(each) for each in one.sanctions.all() if each.in_force)
        words = (
            f"{held}（{one.decision_number}），影响期{one.effect_from:%Y-%m-%d}至{one.effect_until:%Y-%m-%d}"
        )
        found[one.position.cadre_id].append(words)
    return dict(found)
