"""机构合并: a unit is merged into another, which carries on what the old one owed, under the same dates.

All in one transaction: whoever writes on a matter meanwhile waits, and finds it with the old unit or with the new one.
Doing it again does only what is left.
"""

from collections.abc import Callable
from datetime import date

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q

from bureau.jobs.barred import Barred
from bureau.matters import cover
from bureau.matters.merger import matter as handover
from bureau.matters.merger.foreseen import Moved, foreseen, unended, why_not
from bureau.matters.policy import Refused
from bureau.org import reporting
from bureau.org.models import Person, Portfolio, Unit
from bureau.org.noting import note
from bureau.org.posts import Post


@transaction.atomic
def merge(
    administrator: Person, old: Unit, into: Unit, on: date, tell: Callable = lambda done, total: None
) -> Moved:
    """并入: people, portfolios, names and every matter that has not ended; what has ended keeps the old name. Raises
    Refused to who is no system administrator, Barred with the reason of `why_not`."""
    if not administrator.holds(Post.SYSTEM):
        raise Refused("单位的合并由系统管理员办理。")
    rows = Unit.objects.select_for_update(no_key=True).filter(pk__in=[old.pk, into.pk]).order_by("pk")
    units = {unit.pk: unit for unit in rows}
    old, into = units[old.pk], units[into.pk]
    if why := why_not(old, into, on):
        raise Barred(why)
    moved = foreseen(old, into)
    if old.merged_into_id is None:
        retire(old, into, on)
        log(administrator, old, f"并入{into.short}，自{on}起：{moved}")
    # All of them first and in the order of their keys, like a batch: nobody waits for another in a circle.
    wanted = Q(pk__in=unended(old)) | Q(pk__in=reporting.concerned())
    keys = list(cover.locked().filter(wanted).order_by("pk").values_list("pk", flat=True))
    reporting.lines_changed()  # first: who must keep out of a matter now is handed nothing of it
    move_people(old, into)
    matters = list(
        unended(old).filter(pk__in=keys)
    )  # read under lock: one that has just ended is left as it is
    for place, matter in enumerate(matters, 1):
        handover.follow(matter)
        tell(place, len(matters))
    return moved


def retire(old: Unit, into: Unit, on: date) -> None:
    """The old unit is out of use; the other one answers to its names."""
    names = f"{into.aliases}、{old.name}、{old.short}、{old.aliases}".split("、")
    names = list(dict.fromkeys(name for name in names if name and name not in (into.name, into.short)))
    while len("、".join(names)) > Unit.ALIASES_LENGTH:
        names.pop(0)
    into.aliases, into.former = "、".join(names), [*into.former, *old.keys]
    into.save(update_fields=["aliases", "former"])
    old.merged_into, old.merged_on, old.active = into, on, False
    old.save(update_fields=["merged_into", "merged_on", "active"])


def move_people(old: Unit, into: Unit) -> None:
    """Accounts; and whoever was in charge of the old unit is in charge of the other."""
    Person.objects.filter(unit=old).update(unit=into)
    for portfolio in Portfolio.objects.filter(units=old):
        portfolio.units.add(into)
        portfolio.units.remove(old)


def log(administrator: Person, old: Unit, words: str) -> None:
    """Beside Django's own record a line that nobody deletes: that it was done, not only asked for."""
    note(administrator, f"{old.short}{words}")
    LogEntry.objects.create(
        user=administrator,
        content_type=ContentType.objects.get_for_model(Unit),
        object_id=str(old.pk),
        object_repr=old.short,
        action_flag=CHANGE,
        change_message=words,
    )
