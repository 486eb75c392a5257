"""Matters of all rooms by words: what stands on the covers, what rooms have besides, what replies and attachments say; each
only for who reads it. And the passages that were found."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Greatest, StrIndex, Substr

from bureau.matters.access.search import fold, matching
from bureau.matters.access.told import files_told, replies_told
from bureau.matters.asked_for import Query
from bureau.matters.filters import units_named
from bureau.matters.models import Assignment, Attachment, AttachmentText, Matter, Reply
from bureau.matters.rooms import rooms
from bureau.org.models import Person

AROUND = 60  # characters
MOST = 2_000  # replies, and files, that a word is found in
LOOKED_AT = 20_000  # of the newest, for a single character


def found_by(person: Person, query: Query) -> QuerySet[Matter]:
    found = Matter.objects.visible_to(person)
    if query.words:
        found = found.filter(pk__in=keys(person, query.text))
    for word in query.without:
        found = found.exclude(pk__in=keys(person, word))
    for name in query.units:
        parts = Assignment.objects.filter(matter=OuterRef("pk"), unit__in=units_named(name, person))
        found = found.filter(Exists(parts.exclude(state=Assignment.State.RELEASED)))
    for words in query.stages:
        found = found.filter(stage__contains=words)
    if query.days:
        found = found.filter(registered_at__date__range=query.days)
    return found


def keys(person: Person, words: str) -> QuerySet:
    """Of the matters where all words stand together in one place that this person reads."""
    covers = Matter.objects.search(words).order_by().values("pk")
    said = [room.finds(person, words).order_by().values("pk") for room in rooms() if room.finds]
    replies = newest(holding(Reply.objects.filter(replies_told(person)), words), words)
    files = newest(holding(texts_told(person), words), words)
    return covers.union(
        *said,
        Reply.objects.filter(pk__in=replies).order_by().values("assignment__matter"),
        AttachmentText.objects.filter(pk__in=files).order_by().values("attachment__matter"),
    )


def texts_told(person: Person) -> QuerySet[AttachmentText]:
    return AttachmentText.objects.filter(attachment__in=Attachment.objects.filter(files_told(person)))


def holding(rows: QuerySet, words: str, lookup: str = "holds") -> QuerySet:
    return rows.filter(matching(words, column="text__folded", lookup=lookup))


def newest(rows: QuerySet, words: str) -> QuerySet:
    """Keys of the newest that were found: who asks for a word that is everywhere wants no list of it. Single characters, for
    which no index helps, are looked for among the newest."""
    if all(len(word) < 2 for word in words.split()):
        last = Coalesce(Subquery(rows.model.objects.order_by("-pk").values("pk")[:1]), 0)
        rows = rows.filter(pk__gt=last - LOOKED_AT)
    return rows.order_by("-pk").values("pk")[:MOST]


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
