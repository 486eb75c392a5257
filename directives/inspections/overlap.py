"""重复督查: other activities with the same target in an overlapping period, or on a like theme within half a year of it (政府督查工作条例
第15条: 严禁重复督查、多头督查)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Prefetch

from bureau.matters.likeness import shared
from bureau.org.actor import Actor
from bureau.org.models import Person, Unit
from directives.inspections import states
from directives.inspections.models import Inspection, Target
from directives.inspections.planned import Plan

NEAR = timedelta(days=180)
LIKE = 0.5  # of the pairs of characters of the shorter text


@dataclass(frozen=True)
class Overlap:
    """`units`: the targets that both have."""

    inspection: Inspection
    units: tuple[Unit, ...]
    same_time: bool

    @property
    def words(self) -> str:
        why = "时间重叠" if self.same_time else "内容相近"
        names = "、".join(unit.short for unit in self.units[:3])
        return f"{self.inspection.matter.title}（{self.inspection.period_words}，{names}，{why}）"


def overlaps(person: Person | Actor, plan: Plan, but: Inspection | None = None) -> list[Overlap]:
    """Among what this person sees: an unannounced visit is not given away to who only plans another one. What looks back at
    an activity (回头看) does not repeat that one."""
    keys = {unit.pk: unit for unit in plan.targets}
    targets = Target.objects.filter(assignment__unit__in=keys).select_related("assignment")
    found = (
        Inspection.objects.visible_to(person)
        .filter(
            targets__in=targets,
            begins_on__lte=plan.ends_on + NEAR,
            ends_on__gte=plan.begins_on - NEAR,
        )
        .exclude(state=states.VOID)
        .exclude(pk__in=left_out(plan, but))
        .prefetch_related(Prefetch("targets", targets, to_attr="shared"))
        .distinct()
        .order_by("begins_on", "pk")
    )
    near = (one_of(plan, other, [keys[one.assignment.unit_id] for one in other.shared]) for other in found)
    return [one for one in near if one]


def left_out(plan: Plan, but: Inspection | None) -> Iterable[int]:
    return [one.pk for one in (but, plan.follows) if one]


def one_of(plan: Plan, other: Inspection, units: list[Unit]) -> Overlap | None:
    same_time = other.begins_on <= plan.ends_on and other.ends_on >= plan.begins_on
    alike = shared(f"{plan.title}{plan.content}", f"{other.matter.title}{other.content}") >= LIKE
    return Overlap(other, tuple(units), same_time) if same_time or alike else None
