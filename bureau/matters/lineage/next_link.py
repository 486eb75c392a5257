"""What changed upstream among the proposals of a desk (`bureau.matters.proposing`)."""

from collections.abc import Iterator

from django.urls import reverse

from bureau.matters.lineage.changing import waiting
from bureau.matters.models import UpstreamChange
from bureau.matters.proposing import MOST, Proposed, Proposer
from bureau.org.models import Person


def find(person: Person) -> Iterator[Proposed]:
    return map(of_change, waiting(person)[:MOST])


def of_change(one: UpstreamChange) -> Proposed:
    place = reverse("desk:chain", args=[one.kind, one.key])
    about = f"{one.about.number or ''}“{one.about.title}”" if one.about else "已印发的通报、专报"
    return Proposed(
        about=about,
        about_url=place,
        what=one.get_what_display(),
        why=f"{one.words}。{f'引用时：{one.quoted}' if one.quoted else ''}",
        take=reverse("matters:settle_change", args=[one.pk]),
    )


PROPOSER = Proposer(
    "upstream",
    "上游有变",
    lambda person: person.of_the_bureau,
    find,
    "引用的事项重新办理、作废、改期，决定撤销，文书撤回",
)
