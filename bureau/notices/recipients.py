"""Who hears of a duty or of a line: those whom it concerns and who may see it. Administrators never do."""

from django.db.models import Q

from bureau.matters.models import Duty, Entry, Matter
from bureau.matters.visibility import seen_by
from bureau.org.deputies import deputies_of, principals_of
from bureau.org.models import Person


def heard_by(person, duties, day):
    """Of these duties those that `person` hears of on `day`: held by them, or by somebody in whose name they act."""
    held = duties.held_by(person)
    for principal in principals_of(person, day):
        held |= duties.held_by(principal)
    return held.filter(seen_by(person, to="matter"))


def listeners(holder: dict, day) -> list[Person]:
    """The active people who might hear of that holder's duties, deputies included; `heard_by` decides of what."""
    return with_deputies(people_of(**holder), day)


def people_of(holder_unit, holder_post, holder_person):
    """The person; everybody of the unit; or whoever holds the post."""
    if holder_person:
        who = Q(pk=holder_person)
    else:
        who = Q(unit=holder_unit) if holder_unit else Q(postings__post=holder_post)
    return active().filter(who)


def with_deputies(people, day) -> list[Person]:
    own = {person.pk: person for person in people}
    deputies = {deputy.pk: deputy for person in own.values() for deputy in deputies_of(person, day)}
    return list((deputies | own).values())


def active():
    return Person.objects.filter(is_active=True).prefetch_related("postings")


def hears(person, entry, day) -> bool:
    """Whether a line concerns the unit they answer for, or that of somebody in whose name they act, and they read it."""
    matter = entry.matter
    unit = entry.assignment.unit_id if entry.assignment else None
    concerned = [one.unit_id for one in (person, *principals_of(person, day)) if one.answers_for_unit]
    if not any(unit in (None, own) for own in concerned):
        return False
    if not Matter.objects.visible_to(person).filter(pk=matter.pk).exists():
        return False
    return Entry.objects.filter(pk=entry.pk).readable_by(person, matter).exists()


def answering(matter, assignment, day) -> list[Person]:
    """People of the assignment's unit, or of all units of the matter, who might hear of a line about it."""
    units = [assignment.unit_id] if assignment else [part.unit_id for part in matter.assignments.all()]
    return with_deputies(active().filter(unit__in=units), day)


def still_heard(person, notices, day) -> list:
    """Of what this person was told, what still holds: open, due at the same time, theirs, and seen by them."""
    told = Duty.objects.open().filter(pk__in=[notice.duty_id for notice in notices if notice.duty_id])
    owed = dict(heard_by(person, told, day).order_by().values_list("pk", "due_at")) if notices else {}

    def holds(notice) -> bool:
        if notice.duty_id:
            return notice.duty_id in owed and owed[notice.duty_id] == notice.due_at
        return not notice.entry_id or hears(person, notice.entry, day)

    return [notice for notice in notices if holds(notice)]
