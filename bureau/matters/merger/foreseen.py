"""Which unit may be merged into which, and what would go over."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from bureau.matters.models import Assignment, Duty, Matter, Phase
from bureau.matters.parts.states import RELEASED
from bureau.org.models import Person, Unit

UNENDED = (Phase.PREPARING, Phase.RUNNING, Phase.SUSPENDED)


@dataclass
class Moved:
    """What goes over to the other unit: accounts, matters that have not ended, what is owed on them; `both`: matters
    in which both units take part."""

    people: int
    matters: int
    duties: int
    both: int

    def __str__(self) -> str:
        return f"{self.people}个账号、{self.matters}件未办结事项、{self.duties}个待办"


def foreseen(old: Unit, into: Unit | None = None) -> Moved:
    """What would go over now."""
    matters = unended(old)
    return Moved(
        people=Person.objects.filter(unit=old).count(),
        matters=matters.count(),
        duties=Duty.objects.filter(matter__in=matters, holder_unit=old, done_at=None).count(),
        both=matters.filter(pk__in=unended(into)).count() if into else 0,
    )


def unended(unit: Unit) -> QuerySet[Matter]:
    """The matters in which it takes part still and that have not ended."""
    parts = Assignment.objects.filter(unit=unit).exclude(state=RELEASED)
    return Matter.objects.filter(phase__in=UNENDED, pk__in=parts.values("matter")).order_by("pk")


def why_not(old: Unit, into: Unit, on: date) -> str:
    """Why `old` cannot be merged into `into`; empty where it can, or was already."""
    if old == into:
        return "一个单位不能并入它自己，请另选“并入单位”。"
    if old.unit_class == Unit.Class.BUREAU:
        return "督查局不能并入其他单位。"
    if old.merged_into:
        done = f"{old.short}已于{old.merged_on}并入{old.merged_into.short}"
        return "" if old.merged_into == into else f"{done}，不能再并入别的单位。"
    if into.merged_into_id:
        return f"{into.short}已并入{into.successor.short}，“并入单位”请选{into.successor.short}。"
    if not into.active:
        return f"{into.short}已停用。请先启用它，或者另选“并入单位”。"
    if on > timezone.localdate():
        return "“并入日期”不能晚于今天：到了那一天再办理。"
    if not into.supervisable and unended(old).exists():
        return f"{into.short}不是督查的对象，而{old.short}还有未办结的事项。请另选“并入单位”。"
    return ""
