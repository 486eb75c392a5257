"""回避: who may not be named for a case, and why (政务处分法 第47、48条). The system names what it knows; a person decides."""

from accountability.models import Avoidance, Case, Ground, Interest, Subject
from bureau.matters.models import Link, Matter
from bureau.org.models import Person, Portfolio


def ties(person: Person, case: Case) -> list[str]:
    """Why this person keeps out of the case, a sentence each; none where they may be named for it."""
    subjects = list(Subject.objects.filter(case=case).select_related("unit", "position__cadre"))
    told = [
        f"已回避：{one.get_ground_display()}" for one in Avoidance.objects.filter(case=case, person=person)
    ]
    told += [f"在{one.unit.short}任职" for one in subjects if person.unit_id in line_of(one)]
    told += ["是问责对象本人" for one in subjects if is_they(person, one)]
    told += charges(person, subjects)
    told += declared(person, subjects)
    if handled(person, case):
        told.append(Ground.HANDLED.label)
    return list(dict.fromkeys(told))


def line_of(subject: Subject) -> set[int]:
    """The unit, its present one, and those above it."""
    return {subject.unit_id, *(unit.pk for unit in subject.unit.line)}


def is_they(person: Person, subject: Subject) -> bool:
    return subject.position is not None and subject.position.cadre.person_id == person.pk


def charges(person: Person, subjects: list[Subject]) -> list[str]:
    """A leader who is in charge of the unit by name answers for it, too."""
    units = [one.unit_id for one in subjects]
    found = Portfolio.objects.filter(leader=person, all_units=False, units__in=units)
    return ["分管问责对象所在单位"] if found.exists() else []


def declared(person: Person, subjects: list[Subject]) -> list[str]:
    """利害关系 that they declared with a unit or a cadre."""
    units = {key for one in subjects for key in line_of(one)}
    cadres = {one.position.cadre_id for one in subjects if one.position}
    found = Interest.objects.filter(person=person, withdrawn_at=None)
    return [
        f"申报过利害关系：{one.get_ground_display()}"
        for one in found
        if one.unit_id in units or one.cadre_id in cadres
    ]


def handled(person: Person, case: Case) -> bool:
    """经办过引起本案的事项, where it names the subjects (rooms §15.4)."""
    origins = Link.objects.filter(source=case.matter_id, why=Link.Why.ARISES).values("target")
    return Matter.objects.filter(pk__in=origins, officer=person).exists()
