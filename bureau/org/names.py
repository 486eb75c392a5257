"""Who reads the names of cadres: the desks of accountability and appraisal, the director, the leaders in charge of their units
for these functions, and they themselves. Everybody else reads unit and post. Whoever looks leaves a line."""

import re
from collections.abc import Iterable

from django.db.models import Exists, Q, QuerySet
from django.utils import timezone

from bureau.org.models import Cadre, Person, Portfolio, Position
from bureau.org.noting import Kind, note
from bureau.org.posts import Function, Post

FUNCTIONS = (Function.ACCOUNTABILITY, Function.APPRAISAL)


def keeps_register(person: Person) -> bool:
    """Whether they enter and mend it: the two desks, at which the director sits, too."""
    return any(person.sits_at(function) for function in FUNCTIONS)


def named_to(person: Person) -> QuerySet[Cadre]:
    """The cadres whose names this person may read. Never through somebody in whose name they act."""
    if person.is_administrator:
        return Cadre.objects.none()
    if keeps_register(person):
        return Cadre.objects.all()
    return Cadre.objects.filter(Q(person=person) | Q(pk__in=in_charge_of(person)))


def in_charge_of(person: Person) -> QuerySet:
    """Keys of who holds a position in one of the units that a leader is in charge of today."""
    if not person.holds(Post.LEADER):
        return Cadre.objects.none().values("pk")
    charges = Portfolio.objects.filter(leader=person, functions__overlap=list(FUNCTIONS))
    held = Position.objects.filter(Q(until=None) | Q(until__gte=timezone.localdate()))
    everywhere = Exists(charges.filter(all_units=True))
    return held.filter(Q(unit__in=charges.values("units")) | Q(everywhere)).values("cadre")


def has_register(person: Person) -> bool:
    """Whether the register is a page for them: there is more in it than they themselves."""
    return keeps_register(person) or in_charge_of(person).exists()


def look(person: Person, cadres: Iterable[Cadre], where: str) -> dict[int, str]:
    """Names by key, for who may read them, with a line that says who looked, where and at how many. None of others."""
    wanted = list(cadres)
    allowed = set(named_to(person).filter(pk__in=[one.pk for one in wanted]).values_list("pk", flat=True))
    names = {one.pk: one.name for one in wanted if one.pk in allowed}
    if names:
        note(person, f"查看干部姓名：{where}，{len(names)}人", kind=Kind.NAME)
    return names


def said_in_passing(text: str) -> bool:
    """Whether a text about anything names a cadre. Two characters are a name only beside what people are called: they stand in many
    words."""
    return any(is_named(one.name, text) for one in Cadre.objects.all())


def is_named(name: str, text: str) -> bool:
    if len(name) > 2:
        return name in text
    beside = f"(?<={BEFORE}){re.escape(name)}|{re.escape(name)}(?={AFTER})"
    return re.search(beside, text) is not None


BEFORE, AFTER = "[长任记员志理席]", "同志|局长|副局长|主任|副主任|书记|副书记|县长|镇长|乡长|科长|大队长"


def said_in(*texts: str) -> list[int]:
    """For the house itself, which shows it to nobody: keys of the cadres whose names stand in these texts."""
    whole = "\n".join(texts)
    return [one.pk for one in Cadre.objects.all() if one.name in whole]
