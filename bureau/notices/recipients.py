"""Who hears of a duty or of a line: those whom it concerns and who may see it. Administrators never do."""

from django.db.models import Q

from bureau.matters.access.rights import Rights
from bureau.matters.access.visibility import seen_by
from bureau.matters.models import Audience, Duty, Entry, Matter, Tiding
from bureau.org.models import Deputy, Person
from bureau.org.posts import Post


def heard_by(person, duties) -> set[tuple]:
    """Of these duties those that `person` hears of, as (id, due time): held and seen by them, or by somebody in whose
    name they act."""
    heard = set()
    for one in Rights.of(person).actors:
        mine = duties.held_by(one).filter(seen_by(one, to="matter")).order_by()
        heard.update(mine.values_list("pk", "due_at"))
    return heard


def listeners(holders, deputies) -> list[Person]:
    """The active people who might hear of the duties of these holders (`Holder`), `deputies` included: the person;
    everybody of the unit; or whoever holds the post. `heard_by` decides of what."""
    people = {one.holder_person for one in holders if one.holder_person}
    units = {one.holder_unit for one in holders if one.holder_unit}
    posts = {one.holder_post for one in holders if not one.holder_unit and one.holder_post}
    found = active().filter(Q(pk__in=people) | Q(unit__in=units) | Q(postings__post__in=posts)).distinct()
    return with_deputies(found.order_by("pk"), deputies)


def with_deputies(people, deputies) -> list[Person]:
    """These and the deputies of these, each with their rights."""
    own = {person.pk: person for person in people}
    others = {deputy for principal, deputy in deputies if principal in own} - set(own)
    found = [*own.values(), *(active().filter(pk__in=others) if others else ())]
    for person, rights in zip(found, Rights.of_each(found), strict=True):
        person.rights = rights
    return found


def deputies_on(day) -> list[tuple[int, int]]:
    """Who may act for whom on that day: pairs of principal and deputy."""
    return list(Deputy.objects.in_force(day).order_by().values_list("principal", "deputy"))


def active():
    return Person.objects.filter(is_active=True).select_related("unit").prefetch_related("postings")


def hears(person, entry) -> bool:
    """Whether a line concerns them, or somebody in whose name they act, and they read it."""
    told = Tiding.objects.filter(entry=entry.pk, person=person).exists()
    if not told and not any(concerns(one, entry) for one in Rights.of(person).actors):
        return False
    if not Matter.objects.visible_to(person).filter(pk=entry.matter_id).exists():
        return False
    return Entry.objects.filter(pk=entry.pk).readable_by(person, entry.matter).exists()


def concerns(person, entry) -> bool:
    """A line that stays in the bureau is its leaders'; any other the unit's, or all units' of the matter."""
    if entry.audience == Audience.DESK:
        return person.holds(Post.DIRECTOR)
    return person.answers_for_unit and (
        entry.assignment is None or entry.assignment.unit_id in person.own_units
    )


def answering(entry, deputies) -> list[Person]:
    """The bureau's leaders, people of the line's unit, or of all units of the matter: who might hear of it."""
    if entry.audience == Audience.DESK:
        return with_deputies(active().filter(postings__post=Post.DIRECTOR), deputies)
    units = [part.unit_id for part in entry.matter.assignments.all()]
    mine = [entry.assignment.unit_id] if entry.assignment else units
    theirs = Q(unit__in=mine) | Q(unit__former__overlap=mine)  # who carries on for a unit hears of its lines
    return with_deputies(active().filter(theirs), deputies)


def still_heard(person, notices) -> list:
    """Of what this person was told, what still holds: open, due at the same time, theirs, and seen by them."""
    told = [notice.duty_id for notice in notices if notice.duty_id]
    owed = heard_by(person, Duty.objects.open().filter(pk__in=told)) if told else set()

    def holds(notice) -> bool:
        if notice.duty_id:
            return (notice.duty_id, notice.due_at) in owed
        return not notice.entry_id or hears(person, notice.entry)

    return [notice for notice in notices if holds(notice)]
