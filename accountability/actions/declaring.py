"""利害关系申报: everybody of the bureau declares their own, and takes their own back; asked whenever a case names its people."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from accountability.models import Interest
from accountability.policy import require_bureau
from accountability.unnamed import require_unnamed
from bureau.jobs.barred import Barred
from bureau.org.models import Cadre, Person, Unit
from bureau.org.noting import note


@transaction.atomic
def declare(
    person: Person, ground: str, words: str = "", units: Sequence[Unit] = (), cadre: Cadre | None = None
) -> list[Interest]:
    """申报, one line for each unit and for the cadre. Raises Refused, Barred."""
    require_bureau(person)
    # The same one, sent twice at a time, stands once.
    Person.objects.select_for_update(no_key=True, of=("self",)).get(pk=person.pk)
    require_nothing_twice(person, ground, units, cadre)
    require_unnamed(named_near(units, cadre), {"words": "说明"}, words=words)
    lines: list[dict] = [{"unit": unit} for unit in units] + ([{"cadre": cadre}] if cadre else [])
    made = [Interest.objects.create(person=person, ground=ground, words=words, **line) for line in lines]
    note(person, f"申报利害关系{len(made)}项", person)
    return made


@transaction.atomic
def withdraw(person: Person, interest: Interest) -> Interest:
    """撤销: of one's own; the line stays. Raises Barred."""
    interest = Interest.objects.select_for_update().get(pk=interest.pk, person=person)
    if interest.withdrawn_at:
        raise Barred("这一项已经撤销。")
    interest.withdrawn_at = timezone.now()
    interest.save(update_fields=["withdrawn_at"])
    note(person, "撤销利害关系申报1项", person)
    return interest


def require_nothing_twice(person: Person, ground: str, units: Sequence[Unit], cadre: Cadre | None) -> None:
    """Raises Barred, at the field, where it stands already."""
    stands = Interest.objects.filter(person=person, ground=ground, withdrawn_at=None)
    keys = set(stands.values_list("unit", flat=True))
    for unit in units:
        if unit.pk in keys:
            raise Barred(f"{unit.short}已经按这种关系申报过，不用再报。", field="units")
    if cadre and stands.filter(cadre=cadre).exists():
        raise Barred("这名干部已经按这种关系申报过，不用再报。", field="position")


def named_near(units: Sequence[Unit], cadre: Cadre | None) -> list[Unit]:
    """The units whose cadres no word may name."""
    theirs = [one.unit for one in cadre.positions.select_related("unit")] if cadre else []
    return [*units, *theirs]
