"""How much each thing counts for a cadre, by the place in the team: the defaults (facts §5.3), and where the county departs from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from appraisal.cadres.models import Weight
from appraisal.policy import require_desk
from bureau.jobs.barred import Barred
from bureau.org.models import Part, Person
from bureau.org.noting import note

HUNDRED = Decimal(100)
NAMES = {"unit": "单位得分", "charge": "分管工作", "vote": "民主测评", "leaders": "领导评价"}


@dataclass(frozen=True)
class Weights:
    """In percent."""

    unit: Decimal
    charge: Decimal
    vote: Decimal
    leaders: Decimal

    def counted(self) -> dict[str, Decimal]:
        """What counts at all."""
        return {name: value for name, value in vars(self).items() if value}


USUAL = {
    Part.HEAD: Weights(Decimal(70), Decimal(0), Decimal(15), Decimal(15)),
    Part.IN_CHARGE: Weights(Decimal(50), Decimal(20), Decimal(15), Decimal(15)),
    Part.MEMBER: Weights(Decimal(50), Decimal(20), Decimal(15), Decimal(15)),
}


def weights() -> dict[str, Weights]:
    changed = {
        one.part: Weights(**{name: getattr(one, name) for name in NAMES}) for one in Weight.objects.all()
    }
    return {part: changed.get(part, usual) for part, usual in USUAL.items()}


@transaction.atomic
def put_weights(person: Person, given: Mapping[str, Weights]) -> None:
    """For what is reckoned from now on. Raises Refused, Barred."""
    require_desk(person)
    for part, one in given.items():
        total = sum(vars(one).values(), Decimal())
        if total != HUNDRED:
            raise Barred(
                f"{Part(part).label}的权重合计{total.normalize():f}，应为100。", field=f"{part}-unit"
            )
        Weight.objects.update_or_create(part=part, defaults=vars(one))
    note(person, "修改干部考核计分权重")
