"""Papers of urging in a chain: what a matter was late with led to them."""

from collections.abc import Collection, Iterator

from django.db.models import F

from bureau.matters.lineage.changing import Place, What
from bureau.matters.lineage.nodes import Key, Node, Part, Tie
from bureau.matters.lineage.tellers import Found, Teller
from bureau.matters.models import Matter
from bureau.org.models import Person
from bureau.org.worktime import local
from bureau.urging.models import Urging

KIND = "urging"
WHY = "逾期催办"


def nodes(person: Person, keys: Collection[int]) -> Iterator[Node]:
    return map(node_of, Urging.objects.visible_to(person).with_all().filter(pk__in=keys))


def node_of(one: Urging) -> Node:
    return Node(
        key=Key(KIND, one.pk),
        part=Part.SUPERVISE,
        label=one.get_kind_display(),
        number=one.number,
        title=f"{one.duty.get_step_display()}逾期",
        url=one.get_absolute_url(),
        on=local(one.issued_at).date(),
        who=f"{one.assignment.unit.short}　签发：{one.issued_by.signature}",
        state=one.standing,
        stands=one.state != Urging.State.WITHDRAWN,
    )


def causes(_person: Person, keys: Collection[int]) -> Iterator[Tie]:
    return map(tie_of, Urging.objects.filter(pk__in=keys))


def effects(_person: Person, found: Found) -> Iterator[Tie]:
    return map(tie_of, Urging.objects.filter(matter__in=found.get("matter", ())).order_by("pk"))


def tie_of(one: Urging) -> Tie:
    return Tie(Key("matter", one.matter_id), Key(KIND, one.pk), WHY, quoted(one))


def quoted(one: Urging) -> str:
    return f"原定{local(one.due_at):%Y-%m-%d}前完成"


def quoting(matter: Matter, of: Key | None, what: str) -> Iterator[Place]:
    """Papers that urge what is not due any more on the day that they say (`bureau.matters.lineage.changing`)."""
    if of is None and what == What.DUE_MOVED:
        papers = Urging.objects.standing().filter(matter=matter).exclude(due_at=F("duty__due_at"))
        for one in papers.select_related("matter__officer").order_by("pk"):
            yield Place(Key(KIND, one.pk), one.matter, quoted(one))


TELLER = Teller(KIND, 30, nodes, causes, effects)
