"""Matters of all rooms by words: what stands on the covers, what rooms have besides, what replies and attachments say; each
only for who reads it. And the passages that were found."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Greatest, StrIndex, Substr

from bureau.matters.access.search import fold, matching
from bureau.matters.access.told import files_told, replies_told
from bureau.matters.asked_for import Query
from bureau.matters.filters import units_named
from bureau.matters.models import Assignment, Attachment, AttachmentText, Matter, Reply
from bureau.matters.rooms import rooms
from bureau.org.models import Person

AROUND = 60  # characters


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
    replies = replies_with(person, words).order_by().values("assignment__matter")
    files = files_with(person, words).order_by().values("attachment__matter")
    return covers.union(*said, replies, files)


def replies_with(person: Person, words: str) -> QuerySet[Reply]:
    return Reply.objects.filter(matching(words, column="text__folded")).filter(replies_told(person))


def files_with(person: Person, words: str) -> QuerySet[AttachmentText]:
    told = files_told(person)
    return AttachmentText.objects.filter(matching(words, column="text__folded")).filter(
        attachment__in=Attachment.objects.filter(told)
    )


def passages(person: Person, matters: Iterable[Matter], words: str) -> dict[int, list[tuple[str, str]]]:
    """By matter: where the words were found besides the cover, and the text they stand in; the newest of each kind."""
    keys = [matter.pk for matter in matters]
    found: dict[int, dict[str, tuple[str, str]]] = {}
    replies = (
        replies_with(person, words).filter(assignment__matter__in=keys).select_related("assignment__unit")
    )
    for reply in near(replies, words).defer("text").order_by("pk"):
        where = f"{reply.assignment.unit.short}的{reply.get_kind_display()}"
        found.setdefault(reply.assignment.matter_id, {})["reply"] = (where, reply.near)
    files = files_with(person, words).filter(attachment__matter__in=keys).select_related("attachment")
    for one in near(files, words).defer("text").order_by("pk"):
        found.setdefault(one.attachment.matter_id, {})["file"] = (f"附件《{one.attachment.name}》", one.near)
    return {key: list(told.values()) for key, told in found.items()}


def near(rows: QuerySet, words: str) -> QuerySet:
    """With what stands around the first word, as `near`: a file says more than a page wants to load."""
    first = StrIndex("text__folded", Value(fold(words.split()[0])))
    return rows.annotate(near=Substr("text", Greatest(first - AROUND, 1), 3 * AROUND))
