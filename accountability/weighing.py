"""What the measures of this room weigh on cadres, for who judges them elsewhere (`bureau.matters.standing`)."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Prefetch

from accountability import states
from accountability.lineage import KIND
from accountability.models import Sanction, Subject
from bureau.matters.lineage.nodes import Key
from bureau.matters.standing import Weight


def effects(cadres: Collection[int], since: date, until: date) -> dict[int, list[Weight]]:
    """The effect periods that ran on any of these days, also where they were lifted since; not those that an appeal took away."""
    running = Subject.objects.filter(
        position__cadre__in=cadres,
        effect_from__lte=until,
        effect_until__gte=since,
        state__in=states.IN_FORCE,
    )
    measures = Prefetch("sanctions", Sanction.objects.select_related("measure"))
    found: dict[int, list[Weight]] = defaultdict(list)
    for one in running.select_related("position").prefetch_related(measures).order_by("effect_until"):
        assert one.position is not None
        held = "、".join(str(each) for each in one.sanctions.all() if each.in_force)
        words = (
            f"{held}（{one.decision_number}），影响期{one.effect_from:%Y-%m-%d}至{one.effect_until:%Y-%m-%d}"
        )
        found[one.position.cadre_id].append(Weight(words, Key(KIND, one.pk)))
    return dict(found)


def bearers(keys: Collection[Key]) -> dict[Key, int]:
    """On which cadre a measure on a subject weighs."""
    found = Subject.objects.filter(
        pk__in=[key.pk for key in keys if key.kind == KIND], position__isnull=False
    )
    return {Key(KIND, pk): cadre for pk, cadre in found.values_list("pk", "position__cadre")}
