"""Bulletins in a chain: they quote matters as they stood, and make decisions known."""

from collections.abc import Collection, Iterator

from bureau.matters.lineage.changing import Place
from bureau.matters.lineage.nodes import Key, Node, Part, Tie
from bureau.matters.lineage.tellers import Found, Teller
from bureau.matters.models import Matter
from bureau.org.models import Person
from bureau.org.worktime import local
from reports import states
from reports.models import Announcement, Bulletin, Quote

KIND = "bulletin"
QUOTED, ANNOUNCED = "被引用", "公开决定"


def nodes(person: Person, keys: Collection[int]) -> Iterator[Node]:
    """Those that were issued."""
    found = Bulletin.objects.visible_to(person).select_related("signed_by__unit")
    return map(node_of, found.filter(pk__in=keys, state=states.ISSUED))


def node_of(one: Bulletin) -> Node:
    return Node(
        key=Key(KIND, one.pk),
        part=Part.SUPERVISE,
        label=one.get_series_display(),
        number=one.number,
        title=one.title,
        url=one.get_absolute_url(),
        on=local(one.issued_at).date() if one.issued_at else None,
        who=f"签发：{one.signed_by.signature}" if one.signed_by else "",
        state=one.get_state_display(),
    )


def causes(_person: Person, keys: Collection[int]) -> Iterator[Tie]:
    yield from map(of_quote, Quote.objects.filter(bulletin__in=keys))
    yield from map(of_announcement, Announcement.objects.filter(bulletin__in=keys))


def effects(_person: Person, found: Found) -> Iterator[Tie]:
    matters = found.get("matter", ())
    yield from map(of_quote, Quote.objects.filter(matter__in=matters, bulletin__state=states.ISSUED))
    yield from map(of_announcement, Announcement.objects.filter(matter__in=matters))


def of_quote(one: Quote) -> Tie:
    return Tie(Key("matter", one.matter_id), Key(KIND, one.bulletin_id), QUOTED, words_of(one))


def words_of(one: Quote) -> str:
    return f"{one.number}“{one.title}”，{one.state_words}"


def of_announcement(one: Announcement) -> Tie:
    return Tie(Key("matter", one.matter_id), Key(KIND, one.bulletin_id), ANNOUNCED, one.why)


def quoting(matter: Matter, of: Key | None, _what: str) -> Iterator[Place]:
    """The issues that quote the matter itself (`bureau.matters.lineage.changing`); decisions that were made known are recalled by
    themselves (`reports.announcing`)."""
    if of is None:
        for one in Quote.objects.filter(matter=matter, bulletin__state=states.ISSUED).order_by("pk"):
            yield Place(Key(KIND, one.bulletin_id), None, words_of(one))


TELLER = Teller(KIND, 20, nodes, causes, effects)
