"""The one rule of who sees what (DESIGN §5). Every list, page, count, export, search and bulletin asks here.

Derived access is never stored: the desk and the leaders see by rule, units through their assignments.
Only what one person grants another is a row (`MatterGrant`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet

from bureau.matters.access.rights import Rights
from bureau.matters.deadlines import dues
from bureau.org.actor import Actor
from bureau.org.posts import Post

if TYPE_CHECKING:
    from bureau.matters.models import Assignment, Duty, Matter, Reply
    from bureau.org.models import Person

NOTHING = Q(pk__in=[])
# By the kind of matter: `(people, matter)`, whether one of these people keeps out of it.
KEEPS_AWAY: dict[str, Callable[[Collection[int], int], bool]] = {}


def seen_by(who: Person | Actor | Rights, to: str = "") -> Q:
    """What `who` (a person, an actor, `Rights`) may see, as a condition on a model whose path to the matter is `to`
    ("" on Matter itself)."""
    rights = Rights.of(who)
    if not rights.own.is_authenticated or rights.own.is_administrator:
        return NOTHING
    path = Path(to)
    return or_all(*(own(actor, path, rights) for actor in rights.actors))


def own(actor: Person | Actor, path: Path, rights: Rights | None = None) -> Q:
    """By this actor's posts and grants alone. Of somebody in whose name another acts what follows to that other:
    nothing sealed, unless it was granted to them too; and nothing that their own unit keeps out of."""
    actor, rights = Actor.of(actor), rights or Rights.of(actor)
    seen = seen_by_posts(actor, path, rights)
    if may_see_sealed(actor, rights):
        seen &= not_kept_away(actor, path, rights)
    if not actor.lent:
        return seen
    seen &= path.q(secrecy="normal") | granted(actor.person, path, rights)
    return seen & not_recused(actor.person, path) if actor.person.works_for_unit else seen


def seen_by_posts(actor: Actor, path: Path, rights: Rights) -> Q:
    seen = [at_the_desk(actor, path), granted(actor, path, rights)]
    if actor.answers_for_unit:
        seen.append(path.exists(assignments_of(actor.own_units)))
    elif actor.works_for_unit:
        seen.append(path.exists(handed_to(actor)))
    if actor.holds(Post.LEADER):
        seen += [in_charge(actor, path, rights), path.q(leader=actor.pk)]
    found = or_all(*seen)
    return found & not_recused(actor, path) if actor.works_for_unit else found


def may_see_sealed(actor: Actor, rights: Rights) -> bool:
    """By their post, or because they were granted something: nobody else needs to be kept away."""
    return actor.of_the_bureau or actor.holds(Post.LEADER) or bool(rights.granted_to(actor))


def not_kept_away(actor: Actor, path: Path, rights: Rights) -> Q:
    """Nobody sees a matter that is about themselves or that they keep out of, by whatever right and in whosever name."""
    away = rights.kept_from(actor)
    return ~Q(**{f"{path.key}__in": away}) if away else Q()


def keeps_away(actor: Actor, matter: Matter) -> bool:
    """Whether any of the actor's hands keeps out of this matter, as its room says now."""
    asked = KEEPS_AWAY.get(matter.kind)
    return asked is not None and asked(actor.hands, matter.pk)


def not_recused(actor: Person | Actor, path: Path) -> Q:
    """回避: whoever works for such a unit sees nothing of it, by whatever right."""
    recusals = apps.get_model("matters.Recusal").objects.filter(unit__in=actor.own_units)
    return ~Q(**{f"{path.key}__in": recusals.values("matter")})


def or_all(*conditions: Q) -> Q:
    """Any of these. `NOTHING` adds nothing, and would be written into the query before it is left out of it again."""
    return reduce(or_, (one for one in conditions if one is not NOTHING), Q()) or NOTHING


def actors_seeing(who: Person | Actor | Rights, matter: Matter) -> list[Actor]:
    """As whom they see the matter: as themselves, and in the name of the people they act for. What a
    co-unit may not read stays so for its people, whatever else they see in another's name."""
    rights = Rights.of(who)
    this = type(matter)._base_manager.filter(pk=matter.pk)
    return rights.seeing(matter, lambda actor: this.filter(own(actor, Path(""), rights)).exists())


class Path:
    """Spells conditions on the cover for models that reach it by different roads."""

    def __init__(self, to: str) -> None:
        self.prefix = f"{to}__" if to else ""
        self.key = to or "pk"

    def q(self, **conditions: object) -> Q:
        return Q(**{f"{self.prefix}{name}": value for name, value in conditions.items()})

    def exists(self, assignments: QuerySet[Assignment]) -> Q:
        return Q(Exists(assignments.filter(matter=OuterRef(self.key))))


def at_the_desk(person: Person | Actor, path: Path) -> Q:
    if not person.of_the_bureau:
        return NOTHING
    own = path.q(kind__in=person.functions)
    if person.holds(Post.DIRECTOR):
        return own & (path.q(team_only=False) | path.q(officer=person.pk))
    return own & (path.q(secrecy="normal") | path.q(officer=person.pk))


def assignments_of(units: Iterable[int]) -> QuerySet[Assignment]:
    """Dispatched, unsealed parts of these units: before dispatch no unit sees anything."""
    return apps.get_model("matters.Assignment").objects.filter(
        unit__in=units, opened_at__isnull=False, sealed=False
    )


def handed_to(actor: Actor) -> QuerySet[Assignment]:
    """Parts of their unit of which they were handed something, and not relieved of it."""
    tasks = apps.get_model("matters.InnerTask").objects.standing().filter(person=actor.pk)
    return assignments_of(actor.own_units).filter(pk__in=tasks.values("assignment"))


def in_charge(actor: Person | Actor, path: Path, rights: Rights | None = None) -> Q:
    """分管: all units of a function (then sealed ones too), or the matters of the leader's units."""
    actor, rights = Actor.of(actor), rights or Rights.of(actor)
    seen = []
    for charge in rights.charges_of(actor):
        functions = path.q(kind__in=charge.functions, opened_at__isnull=False, team_only=False)
        seen.append(functions if charge.all_units else functions & path.exists(assignments_of(charge.units)))
    return or_all(*seen)


def granted(person: Person | Actor, path: Path, rights: Rights) -> Q:
    """OR-ed in only for a person who has any: the join is dear for everybody else (stack.md)."""
    matters = rights.granted_to(person)
    return Q(**{f"{path.key}__in": matters}) if matters else NOTHING


def reads(person: Person | Actor, reply: Reply, parts: Iterable[Assignment]) -> bool:
    """Of the replies on a matter they see: a co-unit reads its own; the desk, the leaders, the lead and the
    granted read all that was sent. What was not sent is its unit's own affair. `parts`: the assignments."""
    return any(_reads(actor, reply, parts) for actor in actors_seeing(person, reply.matter))


def _reads(person: Actor, reply: Reply, parts: Iterable[Assignment]) -> bool:
    if reply.assignment_id in [part.pk for part in own_parts(person, parts)]:
        return True
    return reply.sent_at is not None and reads_all_sent(person, parts)


def reads_all_sent(person: Person | Actor, parts: Iterable[Assignment]) -> bool:
    """Whether they read what every unit sent on a matter that they see."""
    own = own_parts(person, parts)
    return not own or own[0].is_lead


def reads_duty(person: Person | Actor, duty: Duty, parts: Iterable[Assignment]) -> bool:
    """Of what is owed on a matter they see: a co-unit reads the common steps and its own; what the bureau and the leaders
    owe each other is not for units."""
    return any(_reads_duty(actor, duty, parts) for actor in actors_seeing(person, duty.matter))


def _reads_duty(actor: Actor, duty: Duty, parts: Iterable[Assignment]) -> bool:
    read_by = dues.DUES[duty.step].read_by
    if read_by == dues.READ_INSIDE:
        ours = actor.answers_for_unit and duty.assignment_id in [part.pk for part in own_parts(actor, parts)]
        return ours or actor.pk == duty.holder_person_id
    if read_by == dues.READ_ABOVE and not stands_above_units(actor):
        return False
    own = [] if actor.sits_at(duty.matter.kind) else own_parts(actor, parts)
    common = not own or own[0].is_lead or read_by != dues.READ_BY_ITS_UNIT
    return common or duty.assignment_id in [part.pk for part in own]


def reads_above(person: Person | Actor, matter: Matter) -> bool:
    """Whether somebody who sees the matter reads what is not for units."""
    return any(stands_above_units(actor) for actor in actors_seeing(person, matter))


def stands_above_units(person: Person | Actor) -> bool:
    """The bureau, the leaders, and who was granted from outside all units. Who works for a unit is of the unit also
    where they were granted: what it may read is chosen when the matter is given out, and perhaps not yet."""
    return person.of_the_bureau or not person.works_for_unit


def reads_all_above(person: Person | Actor | Rights) -> bool:
    """Whether whatever they see, they see with what is not for units."""
    return all(map(stands_above_units, Rights.of(person).actors))


def where_reads_above(person: Person | Actor | Rights, to: str = "") -> Q:
    """`reads_above` as a condition on what `person` sees, for a query that must not tell by what it finds."""
    rights = Rights.of(person)
    ways = filter(stands_above_units, rights.actors)
    return or_all(*(own(one, Path(to), rights) for one in ways))


def own_part(person: Person | Actor, parts: Iterable[Assignment]) -> Assignment | None:
    """The first of `own_parts`: whether they read as the lead does. None for everybody else."""
    return next(iter(own_parts(person, parts)), None)


# Rooms in which a leader in charge of some units reads the lines of these alone.
LINES_BY_UNIT: set[str] = set()


def units_in_charge(person: Actor, function: str) -> set[int] | None:
    """Keys of the units that a leader's portfolio names for this function; None where it names all, and of everybody else."""
    if not person.holds(Post.LEADER):
        return None
    charges = [one for one in Rights.of(person).charges_of(person) if function in one.functions]
    if not charges or any(one.all_units for one in charges):
        return None
    return {unit for one in charges for unit in one.units}


def own_parts(person: Person | Actor, parts: Iterable[Assignment]) -> list[Assignment]:
    """Of the assignments, in their order (the lead first), those of the unit this person works for and of the units
    that were merged into it; none for everybody else."""
    if not person.works_for_unit:
        return []
    return [part for part in parts if part.unit_id in person.own_units]


def readable_files(who: Person | Actor | Rights) -> Q:
    """Attachments of what was sent, and of what this person's own unit has not sent yet."""
    ours = NOTHING
    for actor in Rights.of(who).actors:
        if actor.works_for_unit:
            theirs = Q(reply__assignment__unit__in=actor.own_units)
            ours |= theirs & Q(matter__secrecy="normal") if actor.lent else theirs
    return Q(reply__isnull=True) | Q(reply__sent_at__isnull=False) | ours
