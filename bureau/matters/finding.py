"""Matters of all rooms by words: what stands on the covers, what rooms have besides, what replies and attachments say; each
only for who reads it. And the passages that were found."""

from collections.abc import Iterable
from itertools import chain

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Greatest, StrIndex, Substr

from bureau.matters.access.rights import Rights
from bureau.matters.access.search import fold, matching
from bureau.matters.access.told import files_told, replies_told
from bureau.matters.access.visibility import reads_all_above, where_reads_above
from bureau.matters.asked_for import Query
from bureau.matters.filters import units_named
from bureau.matters.models import Assignment, Attachment, AttachmentText, Matter, Reply
from bureau.matters.rooms import rooms
from bureau.org.models import Person

AROUND = 60  # characters
LOOKED_AT = 2_000  # replies, and files, that may hold a word


def found_by(person: Person, query: Query) -> QuerySet[Matter]:
    found = Matter.objects.visible_to(person)
    if query.words:
        found = found.filter(pk__in=keys(person, query.text))
    for word in query.without:
        found = found.exclude(pk__in=keys(person, word))
    for name in query.units:
        parts = parts_known(person).filter(matter=OuterRef("pk"), unit__in=units_named(name, person))
        found = found.filter(Exists(parts))
    for words in query.stages:
        found = found.filter(stage__contains=words)
    if query.days:
        found = found.filter(registered_at__date__range=query.days)
    return found


def parts_known(person: Person) -> QuerySet[Assignment]:
    """Whose units may be asked for: where units learn nothing of each other, one's own alone."""
    parts = Assignment.objects.exclude(state=Assignment.State.RELEASED)
    apart = [room.kind for room in rooms() if room.apart]
    if not apart or reads_all_above(person):
        return parts
    own = chain(*(actor.own_units for actor in Rights.of(person).actors if actor.answers_for_unit))
    return parts.filter(~Q(matter__kind__in=apart) | where_reads_above(person, "matter") | Q(unit__in=own))


def keys(person: Person, words: str) -> QuerySet:
    """Of the matters where all words stand together in one place that this person reads."""
    covers = Matter.objects.search(words).order_by().values("pk")
    said = [room.finds(person, words).order_by().values("pk") for room in rooms() if room.finds]
    replies = newest(Reply.objects.filter(sent_at__isnull=False), words).filter(replies_told(person))
    files = newest(AttachmentText.objects.all(), words).filter(pk__in=texts_told(person))
    return covers.union(
        *said,
        replies.order_by().values("assignment__matter"),
        files.order_by().values("attachment__matter"),
    )


def texts_told(person: Person) -> QuerySet[AttachmentText]:
    return AttachmentText.objects.filter(attachment__in=Attachment.objects.filter(files_told(person)))


def holding(rows: QuerySet, words: str, lookup: str) -> QuerySet:
    return rows.filter(matching(words, column="text__folded", lookup=lookup))


def newest(rows: QuerySet, words: str) -> QuerySet:
    """The newest that were found. Of a word that is everywhere, and of single characters, for which no index helps,
    only so many are looked at, before it is asked who reads them: else the database would read all."""
    near_enough = holding(rows, words, "paired").order_by("-pk").values("pk")[:LOOKED_AT]
    return holding(rows.model.objects.filter(pk__in=near_enough), words, "contains")


def passages(person: Person, matters: Iterable[Matter], words: str) -> dict[int, list[tuple[str, str]]]:
    """By matter: where the words were found besides the cover, and the text they stand in; the newest of each kind. Read
    by the matters, of which there are few, not by the words."""
    keys = [matter.pk for matter in matters]
    found: dict[int, dict[str, tuple[str, str]]] = {}
    replies = Reply.objects.filter(replies_told(person), assignment__matter__in=keys)
    replies = holding(replies, words, "contains").select_related("assignment__unit")
    for reply in near(replies, words).defer("text").order_by("pk"):
        where = f"{reply.assignment.unit.short}的{reply.get_kind_display()}"
        found.setdefault(reply.assignment.matter_id, {})["reply"] = (where, reply.near)
    files = texts_told(person).filter(attachment__matter__in=keys).select_related("attachment")
    for one in near(holding(files, words, "contains"), words).defer("text").order_by("pk"):
        found.setdefault(one.attachment.matter_id, {})["file"] = (f"附件《{one.attachment.name}》", one.near)
    return {key: list(told.values()) for key, told in found.items()}


def near(rows: QuerySet, words: str) -> QuerySet:
    """With what stands around the first word, as `near`: a file says more than a page wants to load."""
    first = StrIndex("text__folded", Value(fold(words.split()[0])))
    return rows.annotate(near=Substr("text", Greatest(first - AROUND, 1), 3 * AROUND))
