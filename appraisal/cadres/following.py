"""What usually follows from a grade: the field's usual (facts §5.3), and where the county departs from it."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from appraisal.cadres.models import Use, UsualUse
from appraisal.models import Appraised
from appraisal.policy import require_desk
from bureau.jobs.barred import Barred
from bureau.org.models import Person
from bureau.org.noting import note

Grade, Kind = Appraised.Grade, Use.Kind
USUAL: dict[str, tuple[str, ...]] = {
    Grade.FIRST: (Kind.PRAISE, Kind.PROMOTE),
    Grade.SECOND: (Kind.PRAISE, Kind.PROMOTE),
    Grade.THIRD: (Kind.ADMONISH,),
    Grade.FOURTH: (Kind.MOVE, Kind.REMOVE, Kind.DEMOTE),
}
PRAISING = {Kind.PRAISE, Kind.PROMOTE}


def usual_uses() -> dict[str, tuple[str, ...]]:
    """By grade."""
    changed = {one.grade: tuple(one.kinds) for one in UsualUse.objects.all()}
    return USUAL | changed


def without_choice() -> dict[str, str]:
    """By grade, what is proposed for all at once: praise where it is among what usually follows, else what alone follows. Grades
    that leave a choice are not there: those are proposed one by one."""
    found: dict[str, str] = {}
    for grade, kinds in usual_uses().items():
        if Kind.PRAISE in kinds:
            found[grade] = Kind.PRAISE
        elif len(kinds) == 1:
            found[grade] = kinds[0]
    return found


@transaction.atomic
def put_usual_uses(person: Person, given: Mapping[str, Sequence[str]]) -> None:
    """For what is proposed from now on; by grade. Raises Refused, Barred."""
    require_desk(person)
    for grade, kinds in given.items():
        if not PRAISING.isdisjoint(kinds) and not PRAISING.issuperset(kinds):
            raise Barred(f"{Grade(grade).label}不能既表扬、提拔，又诫勉、调整、免职或者降职。", field=grade)
        UsualUse.objects.update_or_create(grade=grade, defaults={"kinds": list(kinds)})
    note(person, "修改等次与结果运用的对应")


def in_words(kinds: Sequence[str]) -> str:
    return "、".join(Kind(kind).label for kind in kinds)
