"""Who keeps out of a case: whoever is a subject of it by the register, and whoever was named (回避). They neither read it nor do anything
in it; a subject reads what was served."""

from collections.abc import Collection

from django.db.models import QuerySet

from accountability.models import Avoidance, Case, Subject
from bureau.jobs.barred import Barred
from bureau.matters.access import grants
from bureau.matters.models import Matter, MatterGrant
from bureau.org.models import Person
from bureau.org.posts import Post


def kept_away(people: Collection[int], **of_case: int) -> list[QuerySet]:
    """Of which cases, or whether of this `case`, these people (keys) are told nothing, as (person, matter)."""
    themselves = Subject.objects.filter(position__cadre__person__in=people, **of_case).order_by()
    named = Avoidance.objects.filter(person__in=people, **of_case).order_by()
    return [
        themselves.values_list("position__cadre__person", "case"),
        named.values_list("person", "case"),
    ]


def kept_out(people: Collection[int], case: Case) -> bool:
    """A page that asks it of every button reads it once (`Case.kept_out`)."""
    if case.kept_out is not None:
        return not case.kept_out.isdisjoint(people)
    return keeps_away(people, case.pk)


def keeps_away(people: Collection[int], matter: int) -> bool:
    """Whether any of these people (keys) keeps out of it; asked anew: whoever acts was perhaps named a moment ago."""
    themselves, named = kept_away(people, case=matter)
    return themselves.union(named).exists()


def read_kept_out(case: Case) -> None:
    """For a page, once."""
    if case.kept_out is None:
        case.kept_out = frozenset(those_kept_out(case))


def those_kept_out(case: Case) -> set[int]:
    """Keys of the people themselves."""
    named = Avoidance.objects.filter(case=case).order_by().values_list("person", flat=True)
    subjects = Subject.objects.filter(case=case, position__cadre__person__isnull=False).order_by()
    return set(named.union(subjects.values_list("position__cadre__person", flat=True)))


def step_aside(case: Case, person: Person) -> None:
    """From now on: out of what they were named for, and without what they were granted."""
    case.checkers.remove(person)
    case.investigators.remove(person)
    stop_reading(case, person)


def stop_reading(case: Case, person: Person) -> None:
    """What they were granted for their part in it ends."""
    if MatterGrant.objects.filter(user=person, content_object=case.matter).exists():
        grants.withdraw(granter(case.matter), case.matter, person)


def granter(matter: Matter) -> Person:
    """Its officer; where they left the desk, a director. Raises Barred where there is none."""
    if grants.may_grant(matter.officer, matter):
        return matter.officer
    directors = Person.objects.filter(is_active=True, postings__post=Post.DIRECTOR).order_by("pk")
    if (found := directors.first()) is None:
        raise Barred("督查局现在没有局领导，请系统管理员、安全管理员先任命。")
    return found
