"""What follows from the grades of cadres, among the proposals of the desk (`bureau.matters.proposing`)."""

from collections.abc import Iterator

from django.urls import reverse

from appraisal.cadres import states
from appraisal.cadres.actions import USUAL
from appraisal.cadres.models import Merit, Use
from appraisal.cadres.reading import merits_seen
from appraisal.models import Appraised
from bureau.matters.proposing import MOST, Proposed, Proposer
from bureau.org.models import Person
from bureau.org.posts import Function

LOW = (Appraised.Grade.THIRD, Appraised.Grade.FOURTH)


def find(person: Person) -> Iterator[Proposed]:
    """Cadres in the third and the fourth grade to whom nothing was proposed yet; praise is proposed for all at once, on their page."""
    found = merits_seen(person).filter(review__state__in=states.DECIDED, grade__in=LOW, uses=None)
    return map(of_merit, found.order_by("-review__period__year", "grade", "pk")[:MOST])


def of_merit(one: Merit) -> Proposed:
    usual = "、".join(Use.Kind(kind).label for kind in USUAL[one.grade])
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
    "等次与结果运用的通常对应（一、二等表扬或提拔重用，三等诫勉，四等调整、免职、降职）",
)
