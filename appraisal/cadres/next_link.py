"""What follows from the grades of cadres, among the proposals of the desk (`bureau.matters.proposing`)."""

from collections.abc import Iterator

from django.urls import reverse

from appraisal.cadres import states
from appraisal.cadres.following import in_words, usual_uses
from appraisal.cadres.models import Merit
from appraisal.cadres.reading import merits_seen
from appraisal.models import Appraised
from bureau.matters.proposing import MOST, Proposed, Proposer
from bureau.org.models import Person
from bureau.org.posts import Function

LOW = (Appraised.Grade.THIRD, Appraised.Grade.FOURTH)


def find(person: Person) -> Iterator[Proposed]:
    """Cadres in the third and the fourth grade to whom nothing was proposed yet; praise is proposed for all at once, on their page."""
    found = merits_seen(person).filter(review__state__in=states.DECIDED, grade__in=LOW, uses=None)
    usual = {grade: in_words(kinds) for grade, kinds in usual_uses().items()}
    ordered = found.order_by("-review__period__year", "grade", "pk")[:MOST]
    return (of_merit(one, usual[one.grade]) for one in ordered)


def of_merit(one: Merit, usual: str) -> Proposed:
    return Proposed(
        about=f"{one}（{one.review.period.words}）",
        about_url=one.get_absolute_url(),
        what="提出结果运用建议",
        why=f"{one.get_grade_display()}：通常建议{usual}，由有权机关决定",
        take=reverse("merits:propose", args=[one.pk]),
    )


PROPOSER = Proposer(
    "use",
    "结果运用",
    lambda person: person.sits_at(Function.APPRAISAL),
    find,
    "等次与结果运用的对应（结果运用页）",
)
