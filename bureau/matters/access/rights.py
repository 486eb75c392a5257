"""What one person may see and do, read once: their own name and those that were lent to them, what was granted to whom, who
is in charge of what. A request has one (`WithRights`); elsewhere it is made where it is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import QuerySet, Value
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from bureau.org.actor import Actor
from bureau.org.posts import Post

if TYPE_CHECKING:
    from bureau.matters.models import Matter
    from bureau.org.models import Person


Keys = dict[int, list[int]]
# Of which matters these people (keys) are told nothing, as a room says: queries of (person, matter).
KEPT_AWAY: list[Callable[[Collection[int]], Iterable[QuerySet]]] = []


@dataclass(frozen=True)
class Charge:
    """分管 of a county leader: these functions, of all units or of those with these keys."""

    functions: tuple[str, ...]
    all_units: bool
    units: tuple[int, ...]


class Rights:
    """Of whoever `own` is. `lent`: those in whose name they may act today; chains do not follow."""

    def __init__(self, own: Actor, among: Rights | None = None) -> None:
        self.own = own
        self.among = among  # those of the person in whose request this actor acts
        self._seeing: dict[int, list[Actor]] = {}

    @classmethod
    def of(cls, who: Person | Actor | Rights) -> Rights:
        """Of a person, an actor, or themselves; a request's person brings the request's."""
        if isinstance(who, Rights):
            return who
        if not isinstance(who, Actor):
            return getattr(who, "rights", None) or cls(Actor.of(who))
        known = getattr(who.person, "rights", None)
        if known is None or not who.lent:
            return known or cls(who)
        return cls(who, among=known)

    @classmethod
    def of_each(cls, people: Sequence[Person]) -> list[Rights]:
        """Of several people, in their order, by as many queries as of one."""
        each = [cls(Actor.of(person)) for person in people]
        lent = lent_to(people)
        for rights in each:
            rights.lent = tuple(lent[rights.own.pk])
        actors = [actor for rights in each for actor in rights.actors]
        read, charged = read_of(actors), charges_of(actors)
        for rights in each:
            rights._read, rights._charges = read, charged
        return each

    @cached_property
    def lent(self) -> tuple[Actor, ...]:
        if self.own.lent or not self.own.is_authenticated:
            return ()
        return tuple(lent_to([self.own.principal])[self.own.pk])

    @property
    def actors(self) -> tuple[Actor, ...]:
        """As whom they see: as themselves, and in the name of the people they act for."""
        return (self.own, *self.lent)

    @cached_property
    def _read(self) -> tuple[Keys, Keys]:
        return self.among._read if self.among else read_of(self.actors)

    def granted_to(self, person: Person | Actor) -> list[int]:
        """Keys of the matters that somebody of these was granted to read, and still may."""
        return self._read[0].get(person.pk, [])

    def kept_from(self, actor: Actor) -> list[int]:
        """Keys of the matters that any of the actor's hands is told nothing of, by whatever right."""
        return [matter for hand in actor.hands for matter in self._read[1].get(hand, [])]

    @cached_property
    def _charges(self) -> dict[int, list[Charge]]:
        return self.among._charges if self.among else charges_of(self.actors)

    def charges_of(self, actor: Actor) -> list[Charge]:
        return self._charges.get(actor.pk, [])

    def seeing(self, matter: Matter, sees: Callable[[Actor], bool]) -> list[Actor]:
        """Those through whom the matter is seen, by `sees(actor)`; asked once for each matter."""
        if not self.lent:
            return [self.own]
        if matter.pk not in self._seeing:
            self._seeing[matter.pk] = [actor for actor in self.actors if sees(actor)]
        return self._seeing[matter.pk]


def lent_to(people: Iterable[Person]) -> dict[int, list[Actor]]:
    """By deputy: in whose names they may act today. One query, and one for the posts of those."""
    found = defaultdict(list)
    for actor in apps.get_model("org.Deputy").objects.actors(timezone.localdate(), people):
        found[actor.person.pk].append(actor)
    return found


def read_of(actors: Iterable[Actor]) -> tuple[Keys, Keys]:
    """By person: keys of the matters they were granted to read, and still may; and of those they keep out of. One query."""
    people = {key for actor in actors for key in actor.hands}
    grants = apps.get_model("matters.MatterGrant").objects.filter(
        user__in=people, permission__codename="read_matter", until__gte=timezone.localdate()
    )
    rows = grants.order_by().values_list("user", "content_object", Value(True))
    away = [
        found.values_list(*found.query.values_select, Value(False))
        for kept in KEPT_AWAY
        for found in kept(people)
    ]
    granted: Keys = defaultdict(list)
    kept_from: Keys = defaultdict(list)
    for person, matter, is_grant in rows.union(*away, all=True):
        (granted if is_grant else kept_from)[person].append(matter)
    return granted, kept_from


def charges_of(actors: Iterable[Actor]) -> dict[int, list[Charge]]:
    """By leader. One query where there is a leader; a unit brings those that were merged into it."""
    leaders = [actor.pk for actor in actors if actor.holds(Post.LEADER)]
    if not leaders:
        return {}
    rows = apps.get_model("org.Portfolio").objects.filter(leader__in=leaders).order_by("pk")
    columns = ("leader", "pk", "functions", "all_units", "units__pk", "units__former")
    units: dict[int, list[int]] = defaultdict(list)
    heads: dict[int, tuple] = {}
    for leader, key, functions, all_units, unit, former in rows.values_list(*columns):
        heads[key] = (leader, tuple(functions), all_units)
        units[key] += [unit, *former] if unit else []
    found = defaultdict(list)
    for key, (leader, functions, all_units) in heads.items():
        found[leader].append(Charge(functions, all_units, tuple(units[key])))
    return found


class WithRights:
    """One `Rights` for each request of somebody who is logged in."""

    def __init__(self, get_response: Callable) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> None:
        if getattr(view, "login_required", True) and request.user.is_authenticated:
            request.user.rights = Rights(Actor.of(request.user))
