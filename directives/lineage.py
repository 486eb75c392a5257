"""Papers in a chain: the meeting, the task table or the issue that a directive was split from, with the sentence it was read from."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import Exists, OuterRef

from bureau.matters.lineage.nodes import Key, Node, Part, Tie
from bureau.matters.lineage.tellers import Found, Teller
from bureau.org.models import Person
from bureau.org.posts import Function
from directives.models import Directive, Source
from directives.originals import readable

KIND = "paper"
WHY = "任务来源"
MOST = 300  # characters of the sentence


def nodes(person: Person, keys: Collection[int]) -> Iterator[Node]:
    """Those of which the person sees a directive."""
    seen = Directive.objects.visible_to(person).filter(source__in=keys).order_by()
    sources = Source.objects.filter(pk__in=seen.values("source"))
    full = readable(person).filter(pk=OuterRef("pk"))
    for source in sources.annotate(in_full=Exists(full)):
        yield node_of(source, person)


def node_of(source: Any, person: Person) -> Node:
    """`source`: with `in_full`: the person may read all of it."""
    known = source.in_full or person.sits_at(Function.DIRECTIVES)
    return Node(
        key=Key(KIND, source.pk),
        part=Part.SUPERVISE,
        label=source.came_by,
        title=source.cited,
        url=source.get_absolute_url() if known else "",
        on=source.date,
        who=source.organ,
        paper=(source.look or source.text) if source.in_full else "",
    )


def origins(matters: Collection[int]) -> Iterator[Tie]:
    """Which papers these matters came of (`Room.origins`)."""
    return map(tie_of, Directive.objects.filter(matter__in=matters).select_related("source"))


def effects(_person: Person, found: Found) -> Iterator[Tie]:
    return map(tie_of, Directive.objects.filter(source__in=found.get(KIND, ())).select_related("source"))


def tie_of(one: Directive) -> Tie:
    quoted = one.passage[:MOST] or f"{one.source.followed_up}第{one.ordinal}项"
    place = f"{text}?decision={one.pk}#decision-{one.pk}" if (text := one.source.text) and one.passage else ""
    return Tie(Key(KIND, one.source_id), Key("matter", one.pk), WHY, quoted, place=place)


TELLER = Teller(KIND, 0, nodes, effects=effects)
