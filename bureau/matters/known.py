"""What hangs on a matter, read once: rules and facts ask here, and a page that has fetched it pays nothing more. A verb, whose
record is fresh under lock, asks the database."""

from collections.abc import Iterable

from django.db.models import Model

from bureau.matters.models import Assignment, Duty, Matter, Reply


def is_fetched(record: Model, name: str) -> bool:
    """Whether the related records of that name came with the record."""
    return name in getattr(record, "_prefetched_objects_cache", {})


def parts_of(matter: Matter) -> list[Assignment]:
    """The assignments with their units, the lead first."""
    rows = matter.assignments.all()
    return list(rows if is_fetched(matter, "assignments") else rows.select_related("unit"))


def lead_of(matter: Matter) -> Assignment | None:
    return next((part for part in parts_of(matter) if part.is_lead), None)


def the_lead(matter: Matter) -> Assignment:
    """Of a matter that units were given. Raises LookupError where nobody leads."""
    if (lead := lead_of(matter)) is None:
        raise LookupError(f"nobody leads the matter {matter.pk}")
    return lead


def replies_of(part: Assignment) -> list[Reply]:
    """Everything that its unit answered or drafted, newest first."""
    return list(part.replies.all())


def duties_of(record: Matter | Assignment) -> list[Duty]:
    """What is or was owed on a matter, or for one part of it, oldest first."""
    if isinstance(record, Assignment) and is_fetched(record.matter, "duties"):
        return of_part(record, record.matter.duties.all())
    return sorted(record.duties.all(), key=lambda duty: duty.pk)


def of_part(part: Assignment, duties: Iterable[Duty]) -> list[Duty]:
    return sorted((duty for duty in duties if duty.assignment_id == part.pk), key=lambda duty: duty.pk)
