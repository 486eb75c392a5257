"""机构合并: a unit is merged into another, which carries on what the old one owed, under the same dates.

All in one transaction: whoever writes on a matter meanwhile waits, and finds it with the old unit or with the new one.
Doing it again does only what is left.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from bureau.matters import cover, handover
from bureau.matters.flow import Barred
from bureau.matters.models import Duty, Matter, Phase
from bureau.matters.policy import Refused
from bureau.org.models import Person, Portfolio, Unit
from bureau.org.posts import Post

UNENDED = (Phase.PREPARING, Phase.RUNNING, Phase.SUSPENDED)
ALIASES_LENGTH = Unit._meta.get_field("aliases").max_length


@dataclass
class Moved:
    """What goes over to the other unit: accounts, matters that have not ended, what is owed on them; `both`: matters
    in which both units take part."""

    people: int
    matters: int
    duties: int
    both: int

    def __str__(self):
        return f"{self.people}个账号、{self.matters}件未办结事项、{self.duties}个待办"


def foreseen(old, into=None) -> Moved:
    """What would go over now."""
    matters = unended(old)
    return Moved(
        people=Person.objects.filter(unit=old).count(),
        matters=matters.count(),
        duties=Duty.objects.filter(matter__in=matters, holder_unit=old, done_at=None).count(),
        both=matters.filter(pk__in=unended(into)).count() if into else 0,
    )


def unended(unit):
    """Its matters that have not ended."""
    return Matter.objects.filter(phase__in=UNENDED, assignments__unit=unit).order_by("pk")


def why_not(old, into, on: date) -> str:
    """Why `old` cannot be merged into `into`; empty where it can, or was already."""
    if old == into:
        return "一个单位不能并入它自己，请另选“并入单位”。"
    if old.unit_class == Unit.Class.BUREAU:
        return "督查局不能并入其他单位。"
    if old.merged_into_id:
        done = f"{old.short}已于{old.merged_on}并入{old.merged_into.short}"
        return "" if old.merged_into_id == into.pk else f"{done}，不能再并入别的单位。"
    if into.merged_into_id:
        return f"{into.short}已并入{into.successor.short}，“并入单位”请选{into.successor.short}。"
    if not into.active:
        return f"{into.short}已停用。请先启用它，或者另选“并入单位”。"
    if on > timezone.localdate():
        return "“并入日期”不能晚于今天：到了那一天再办理。"
    if not into.supervisable and unended(old).exists():
        return f"{into.short}不是督查的对象，而{old.short}还有未办结的事项。请另选“并入单位”。"
    return ""


@transaction.atomic
def merge(administrator, old, into, on: date, tell: Callable = lambda done, total: None) -> Moved:
    """并入: people, portfolios, names and every matter that has not ended; what has ended keeps the old name."""
    if not administrator.holds(Post.SYSTEM):
        raise Refused("单位的合并由系统管理员办理。")
    units = Unit.objects.select_for_update(no_key=True).filter(pk__in=[old.pk, into.pk]).order_by("pk")
    units = {unit.pk: unit for unit in units}
    old, into = units[old.pk], units[into.pk]
    if why := why_not(old, into, on):
        raise Barred(why)
    # All of them first and in the order of their keys, like a batch: nobody waits for another in a circle.
    keys = list(cover.locked().filter(pk__in=unended(old)).order_by("pk").values_list("pk", flat=True))
    moved = foreseen(old, into)
    if old.merged_into_id is None:
        retire(old, into, on)
        log(administrator, old, f"并入{into.short}，自{on}起：{moved}")
    move_people(old, into)
    for place, key in enumerate(keys, 1):
        handover.follow(Matter.objects.get(pk=key))
        tell(place, len(keys))
    return moved


def retire(old, into, on: date) -> None:
    """The old unit is out of use; the other one answers to its names."""
    names = f"{into.aliases}、{old.name}、{old.short}、{old.aliases}".split("、")
    names = list(dict.fromkeys(name for name in names if name and name not in (into.name, into.short)))
    while len("、".join(names)) > ALIASES_LENGTH:
        names.pop(0)
    into.aliases, into.former = "、".join(names), [*into.former, *old.keys]
    into.save(update_fields=["aliases", "former"])
    old.merged_into, old.merged_on, old.active = into, on, False
    old.save(update_fields=["merged_into", "merged_on", "active"])


def move_people(old, into) -> None:
    """Accounts; and whoever was in charge of the old unit is in charge of the other."""
    Person.objects.filter(unit=old).update(unit=into)
    for portfolio in Portfolio.objects.filter(units=old):
        portfolio.units.add(into)
        portfolio.units.remove(old)


def log(administrator, old, words: str) -> None:
    LogEntry.objects.create(
        user=administrator,
        content_type=ContentType.objects.get_for_model(Unit),
        object_id=old.pk,
        object_repr=old.short,
        action_flag=CHANGE,
        change_message=words,
    )
