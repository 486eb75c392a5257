"""Which replies and which attachments somebody reads, as conditions for queries: what a page shows one by one
(`visibility.reads`, `EntryQuerySet.readable_by`), told by what a search finds. What was not sent is found by nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from bureau.matters.access.rights import Rights
from bureau.matters.access.visibility import NOTHING, Path, or_all, own, stands_above_units
from bureau.org.actor import Actor

if TYPE_CHECKING:
    from bureau.org.models import Person

EVERYTHING = ~NOTHING


def replies_told(who: Person | Rights) -> Q:
    """Of replies: those that were sent and that this person reads."""
    rights = Rights.of(who)
    to = "assignment__matter"
    ways = (
        own(actor, Path(to), rights) & as_the_lead(actor, to, Q(assignment__unit__in=actor.own_units))
        for actor in rights.actors
        if not actor.is_administrator
    )
    return Q(sent_at__isnull=False) & or_all(*ways)


def files_told(who: Person | Rights) -> Q:
    """Of attachments: those of the lines that this person reads, and of no reply that was not sent."""
    rights = Rights.of(who)
    ways = (
        own(actor, Path("matter"), rights) & of_lines(actor)
        for actor in rights.actors
        if not actor.is_administrator
    )
    return (Q(reply__isnull=True) | Q(reply__sent_at__isnull=False)) & or_all(*ways)


def of_lines(actor: Actor) -> Q:
    """The line that the file came with is read by this actor's post."""
    hidden = ["desk"] if stands_above_units(actor) else ["desk", "above"]
    theirs = Q(entry__audience="all") | Q(entry__assignment__unit__in=actor.own_units)
    common = ~Q(entry__audience__in=hidden) & as_the_lead(actor, "matter", theirs)
    return common | Q(matter__kind__in=actor.functions)


def as_the_lead(actor: Actor, to: str, theirs: Q) -> Q:
    """All of it for who works for no unit of the matter, or for its lead; for a co-unit `theirs`."""
    if not actor.works_for_unit:
        return EVERYTHING
    assignments = apps.get_model("matters.Assignment").objects
    parts = assignments.filter(matter=OuterRef(to), unit__in=actor.own_units)
    return theirs | ~Exists(parts) | Exists(parts.filter(role="lead"))
