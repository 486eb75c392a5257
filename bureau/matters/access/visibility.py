"""The one rule of who sees what (DESIGN §5). Every list, page, count, export, search and bulletin asks here.

Derived access is never stored: the desk and the leaders see by rule, units through their assignments.
Only what one person grants another is a row (`MatterGrant`).
"""

from functools import reduce
from operator import or_

from django.apps import apps
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from bureau.org.posts import Post

NOTHING = Q(pk__in=[])


def seen_by(person, to: str = "") -> Q:
    """What `person` may see, as a condition on a model whose path to the matter is `to` ("" on Matter itself)."""
    if not person.is_authenticated or person.is_administrator:
        return NOTHING
    path = Path(to)
    return or_all(*(own(one, path) for one in (person, *person.acts_for)))


def own(person, path) -> Q:
    """By this person's posts and grants alone, whoever lends them theirs. Of somebody who acts through a deputy
    what follows to the deputy: nothing sealed, unless that was granted to the deputy too."""
    if not person.hand:
        return by_post(person, path)
    return by_post(person, path) & (path.q(secrecy="normal") | granted(person.hand.person, path))


def by_post(person, path) -> Q:
    seen = NOTHING | at_the_desk(person, path) | granted(person, path)
    if person.answers_for_unit:
        seen |= path.exists(assignments_of(person.own_units))
    if person.holds(Post.LEADER):
        seen |= in_charge(person, path) | path.q(leader=person)
    return seen


def or_all(*conditions: Q) -> Q:
    return reduce(or_, conditions)


def eyes(person, matter) -> list:
    """Through whose eyes they see the matter: their own, and those of the people in whose name they act. What a
    co-unit may not read stays so for its people, whatever else they see in another's name. Asked once a request."""
    if not person.acts_for:
        return [person]
    known = person.__dict__.setdefault("_eyes", {})
    if matter.pk not in known:
        this = type(matter)._base_manager.filter(pk=matter.pk)
        ways = (person, *person.acts_for)
        known[matter.pk] = [one for one in ways if this.filter(own(one, Path(""))).exists()]
    return known[matter.pk]


class Path:
    """Spells conditions on the cover for models that reach it by different roads."""

    def __init__(self, to: str):
        self.prefix = f"{to}__" if to else ""
        self.key = to or "pk"

    def q(self, **conditions) -> Q:
        return Q(**{f"{self.prefix}{name}": value for name, value in conditions.items()})

    def exists(self, assignments) -> Q:
        return Q(Exists(assignments.filter(matter=OuterRef(self.key))))


def at_the_desk(person, path: Path) -> Q:
    if not person.functions:
        return NOTHING
    own = path.q(kind__in=person.functions)
    if person.holds(Post.DIRECTOR):
        return own
    return own & (path.q(secrecy="normal") | path.q(officer=person))


def assignments_of(units):
    """Dispatched, unsealed parts of these units: before dispatch no unit sees anything."""
    return apps.get_model("matters.Assignment").objects.filter(
        unit__in=units, opened_at__isnull=False, sealed=False
    )


def in_charge(person, path: Path) -> Q:
    """分管: all units of a function (then sealed ones too), or the matters of the leader's units."""
    seen = NOTHING
    for portfolio in person.portfolios.prefetch_related("units"):
        functions = path.q(kind__in=portfolio.functions, opened_at__isnull=False)
        if portfolio.all_units:
            seen |= functions
        else:
            units = [key for unit in portfolio.units.all() for key in unit.keys]
            seen |= functions & path.exists(assignments_of(units))
    return seen


def granted(person, path: Path) -> Q:
    """OR-ed in only for a person who has any: the join is dear for everybody else (stack.md)."""
    grants = apps.get_model("matters.MatterGrant").objects.filter(
        user=person, permission__codename="read_matter", until__gte=timezone.localdate()
    )
    matters = list(grants.values_list("content_object", flat=True))
    return Q(**{f"{path.key}__in": matters}) if matters else NOTHING


def reads(person, reply, parts) -> bool:
    """Of the replies on a matter they see: a co-unit reads its own; the desk, the leaders, the lead and the
    granted read all that was sent. What was not sent is its unit's own affair. `parts`: the assignments."""
    return any(_reads(eye, reply, parts) for eye in eyes(person, reply.matter))


def _reads(person, reply, parts) -> bool:
    own = own_parts(person, parts)
    if reply.assignment_id in [part.pk for part in own]:
        return True
    return reply.sent_at is not None and (not own or own[0].is_lead)


def reads_above(person, matter) -> bool:
    """Whether somebody who sees the matter reads what is not for units."""
    return any(is_above(eye) for eye in eyes(person, matter))


def is_above(person) -> bool:
    """The bureau, the leaders, and who was granted from outside all units. Who answers for a unit is of the unit also
    where they were granted: what it may read is chosen when the matter is given out, and perhaps not yet."""
    return bool(person.functions) or not person.answers_for_unit


def reads_all_above(person) -> bool:
    """Whether whatever they see, they see with what is not for units."""
    return all(map(is_above, (person, *person.acts_for)))


def above(person, to: str = "") -> Q:
    """`reads_above` as a condition on what `person` sees, for a query that must not tell by what it finds."""
    ways = [one for one in (person, *person.acts_for) if is_above(one)]
    return or_all(NOTHING, *(own(one, Path(to)) for one in ways))


def own_part(person, parts):
    """The first of `own_parts`: whether they read as the lead does. None for everybody else."""
    return next(iter(own_parts(person, parts)), None)


def own_parts(person, parts) -> list:
    """Of the assignments, in their order (the lead first), those of the unit this person answers for and of the units
    that were merged into it; none for everybody else."""
    if not person.answers_for_unit:
        return []
    return [part for part in parts if part.unit_id in person.own_units]


def readable_files(person) -> Q:
    """Attachments of what was sent, and of what this person's own unit has not sent yet."""
    ours = Q(reply__assignment__unit__in=person.own_units) if person.answers_for_unit else NOTHING
    for principal in person.acts_for:
        if principal.answers_for_unit:
            ours |= Q(reply__assignment__unit__in=principal.own_units, matter__secrecy="normal")
    return Q(reply__isnull=True) | Q(reply__sent_at__isnull=False) | ours
