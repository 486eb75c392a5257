"""Inner tasks as somebody sees them: all of their unit to who answers for it, their own to who was handed some; nobody else any."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from bureau.matters.access.rights import Rights
from bureau.matters.access.visibility import NOTHING, or_all, seen_by
from bureau.matters.actions import actions_through
from bureau.matters.inside.states import REPORTED
from bureau.matters.inside.steps import TASK
from bureau.matters.models import Assignment, InnerTask
from bureau.org.actor import Actor
from bureau.org.models import Person


@dataclass(frozen=True)
class Inside:
    """`gathers`: there is something reported that a reply can be made of."""

    tasks: Sequence[InnerTask]
    gathers: bool


def tasks_of(who: Person | Actor | Rights) -> QuerySet[InnerTask]:
    """Not those that were taken back."""
    rights = Rights.of(who)
    ways = or_all(*(read_by(actor) for actor in rights.actors))
    if ways is NOTHING:
        return InnerTask.objects.none()
    return InnerTask.objects.standing().filter(seen_by(rights, to="assignment__matter")).filter(ways)


def read_by(actor: Actor) -> Q:
    if not actor.works_for_unit:
        return NOTHING
    theirs = Q(assignment__unit__in=actor.own_units)
    return theirs if actor.answers_for_unit else theirs & Q(person=actor.pk)


def of_page(actors: Sequence[Actor], parts: Iterable[Assignment]) -> Inside | None:
    """For a matter's page, whose parts these are, seen through these actors; one query for who works for a unit of it, none
    for others."""
    ours = [
        part for part in parts if any(part.unit_id in one.own_units for one in actors if one.works_for_unit)
    ]
    if not ours:
        return None
    ways = or_all(*(read_by(actor) for actor in actors))
    found: list[Any] = list(
        InnerTask.objects.standing()
        .filter(ways, assignment__in=ours)
        .select_related("person", "given_by")
        .prefetch_related("files")
    )
    by_key = {part.pk: part for part in ours}
    for task in found:
        task.assignment = by_key[task.assignment_id]
        task.actions = actions_through(TASK, actors, task)
    answers = any(actor.answers_for_unit for actor in actors)
    return Inside(found, answers and any(one.state == REPORTED for one in found)) if found else None
