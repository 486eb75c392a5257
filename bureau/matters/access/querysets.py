"""Querysets that go through the person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from bureau.matters.access.search import matching
from bureau.matters.access.visibility import (
    LINES_BY_UNIT,
    NOTHING,
    actors_seeing,
    or_all,
    own_parts,
    seen_by,
    stands_above_units,
    units_in_charge,
)
from bureau.matters.access.watched import looked
from bureau.matters.deadlines import dues
from bureau.org.actor import Actor

if TYPE_CHECKING:
    from bureau.matters.access.rights import Rights
    from bureau.matters.models import Matter
    from bureau.org.models import Person


class MatterQuerySet(models.QuerySet):
    def get(self, *args: Any, **kwargs: Any) -> Any:
        """One that is asked for by itself is looked at."""
        model: Any = self.model  # of `values_list` no matter comes back
        matter = super().get(*args, **kwargs)
        return looked(matter) if isinstance(matter, model) else matter

    def visible_to(self, person: Person | Actor | Rights) -> Self:
        return self.filter(seen_by(person))

    def search(self, words: str) -> Self:
        """Matters whose number, title or text hold every one of the words."""
        return self.filter(matching(words))


class RecordQuerySet(models.QuerySet):
    """A room's records, each one-to-one on its matter."""

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """One that is asked for by itself is looked at, where its matter is read with it: as `visible_to` does."""
        model: Any = self.model
        record = super().get(*args, **kwargs)
        if isinstance(record, model) and "matter" in record._state.fields_cache:
            looked(record.matter)
        return record

    def visible_to(self, person: Person | Actor | Rights) -> Self:
        return self.filter(seen_by(person, to="matter")).select_related("matter__officer__unit")

    def search(self, words: str) -> Self:
        return self.filter(matching(words, to="matter"))


class DutyQuerySet(models.QuerySet):
    def open(self) -> Self:
        return self.filter(done_at__isnull=True, stopped_at__isnull=True)

    def held_by(self, person: Person | Actor) -> Self:
        """Duties this person may do: their own, their posts' at the bureau, their unit's. One's own word on what a
        secretary entered is never lent."""
        if not person.is_authenticated or person.is_administrator:
            return self.none()
        mine = Q(holder_person=person.pk) | Q(holder_unit__isnull=True, holder_post__in=person.posts)
        if person.answers_for_unit:
            mine |= Q(holder_unit=person.unit_id, holder_post__in=["", *person.posts])
        return self.filter(mine & ~Q(step=dues.CONFIRM) if Actor.of(person).lent else mine)


class EntryQuerySet(models.QuerySet):
    def readable_by(self, person: Person | Actor, matter: Matter) -> Self:
        """Of the lines of a matter that `person` sees: a co-unit reads the common ones and its own."""
        return self.filter(
            or_all(*(lines_of(actor, matter) for actor in actors_seeing(person, matter)), NOTHING)
        )


def lines_of(person: Actor, matter: Matter) -> Q:
    """The lines that are read by their own post, as a condition on `Entry`."""
    if person.sits_at(matter.kind):
        return ~NOTHING
    hidden = ["desk"] if stands_above_units(person) else ["desk", "above"]
    common, own = ~Q(audience__in=hidden), own_parts(person, matter.assignments.all())
    charged = units_in_charge(person, matter.kind) if matter.kind in LINES_BY_UNIT else None
    if charged is not None:
        return common & (Q(assignment=None) | Q(assignment__unit__in=charged))
    return common if not own or own[0].is_lead else common & (Q(audience="all") | Q(assignment__in=own))
