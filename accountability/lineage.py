"""Who answered for it: each subject of a case, never by name, with the measures, what was contested and how that ended."""

from collections.abc import Collection, Iterator

from accountability import states
from accountability.models import Subject
from accountability.subjects import seen
from bureau.matters.lineage.covers import of_paper
from bureau.matters.lineage.nodes import Key, Node, Part, Tie
from bureau.matters.lineage.tellers import Found, Teller
from bureau.org.models import Person

KIND = "subject"
WHY = "问责"


def nodes(person: Person, keys: Collection[int]) -> Iterator[Node]:
    return map(node_of, seen(person).filter(pk__in=keys))


def node_of(one: Subject) -> Node:
    measures = [sanction for sanction in one.sanctions.all() if sanction.in_force]
    return Node(
        key=Key(KIND, one.pk),
        part=Part.ACCOUNT,
        label="问责对象",
        number=one.decision_number,
        title="、".join(map(str, measures)) or states.SUBJECT_STATES[one.state],
        url=one.get_absolute_url(),
        on=one.decided_on or one.let_go_on or one.since,
        who=str(one),
        state=states.SUBJECT_STATES[one.state],
        stands=one.state not in states.LET_GO or one.state == states.HANDED,  # it goes on elsewhere
        told=tuple(told(one)),
    )


def told(one: Subject) -> Iterator[str]:
    if one.effect_from:
        yield f"影响期{one.effect_from:%Y-%m-%d}至{one.effect_until:%Y-%m-%d}"
    if one.lifted_on:
        yield f"{one.lifted_on:%Y-%m-%d}解除"
    yield from (*of_paper(one.notice), *of_paper(one.decision))


def causes(_person: Person, keys: Collection[int]) -> Iterator[Tie]:
    return map(tie_of, Subject.objects.filter(pk__in=keys))


def effects(_person: Person, found: Found) -> Iterator[Tie]:
    return map(tie_of, Subject.objects.filter(case__in=found.get("matter", ())).order_by("pk"))


def tie_of(one: Subject) -> Tie:
    return Tie(Key("matter", one.case_id), Key(KIND, one.pk), WHY, one.get_fault_display())


TELLER = Teller(KIND, 40, nodes, causes, effects)
