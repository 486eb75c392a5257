"""What is written in a case names posts, never persons: the name stands in the register and is set on the person's own paper."""

from django.db.models import Q

from accountability.models import Case, Subject
from bureau.jobs.barred import Barred
from bureau.org.models import Cadre, Unit

LIKE = "写成单位和职务，如“县水利局分管副局长”"


def require_unnamed(units: list[Unit], labels: dict[str, str], **texts: str) -> None:
    """`texts` by field, `labels` their words. Raises Barred where one says the name of a cadre of these units."""
    cadres = list(Cadre.objects.filter(positions__unit__in=units).distinct())
    for field, text in texts.items():
        if text and any(cadre.name in text for cadre in cadres):
            raise Barred(f"“{labels.get(field, field)}”里有干部的姓名，请改{LIKE}。", field=field)


def units_of(case: Case) -> list[Unit]:
    """The units that its subjects belong to, and of persons every unit at which they ever served."""
    subjects = Subject.objects.filter(case=case)
    own = Q(pk__in=subjects.values("unit"))
    theirs = Q(positions__cadre__positions__in=subjects.exclude(position=None).values("position"))
    return list(Unit.objects.filter(own | theirs).distinct())


def require_unnamed_in(case: Case, labels: dict[str, str], **texts: str) -> None:
    require_unnamed(units_of(case), labels, **texts)
