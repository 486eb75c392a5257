"""Clues among the proposals of the desk (`bureau.matters.proposing`)."""

from collections.abc import Iterator

from django.urls import reverse

from accountability.proposals import Proposal, proposed
from bureau.matters.models import Matter
from bureau.matters.proposing import Proposed, Proposer
from bureau.org.models import Person
from bureau.org.posts import Function


def find(person: Person) -> Iterator[Proposed]:
    found = proposed(person)
    seen = Matter.objects.visible_to(person).filter(pk__in={one.matter.pk for one in found})
    opened = set(seen.values_list("pk", flat=True))
    return (of_proposal(one, one.matter.pk in opened) for one in found)


def of_proposal(one: Proposal, opens: bool) -> Proposed:
    keys = [one.rule, one.matter.pk, one.unit.pk]
    return Proposed(
        about=f"{one.unit.short}：{one.matter.number}“{one.matter.title}”",
        about_url=one.matter.get_absolute_url() if opens else "",
        what="登记为问责线索",
        why=one.why,
        take=reverse("accountability:take_up", args=keys),
        leave=reverse("accountability:dismiss_proposal", args=keys),
    )


PROPOSER = Proposer(
    "clue",
    "问责线索",
    lambda person: person.sits_at(Function.ACCOUNTABILITY),
    find,
    "系统管理里的线索规则（逾期、退回、红牌、查实投诉、虚报）",
)
