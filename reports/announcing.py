"""Decisions that a bulletin makes known (通报批评): carried out by its issue; recalled, the issue is to be corrected."""

from itertools import groupby

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import cover
from bureau.matters.models import Matter, UpstreamChange
from bureau.matters.rooms import room_of, rooms, untold
from reports import states
from reports.lineage import KIND
from reports.models import Announcement, Bulletin


def circular_of(person, matter):
    """What this person may make known of the matter (`Told`); None where there is nothing, or a bulletin on it is under way."""
    told = room_of(matter.kind).circular(person, matter) if person.sits_at(matter.kind) else None
    under_way = told and standing().filter(matter=matter, decided__in=told.decided)
    return None if told is None or under_way.exists() else told


def standing():
    """Of bulletins that were not discarded, what was not recalled."""
    return Announcement.objects.filter(recalled_at=None).exclude(bulletin__state=states.DISCARDED)


def announce(bulletin, matter, told) -> None:
    Announcement.objects.bulk_create(
        Announcement(bulletin=bulletin, matter=matter, decided=key) for key in told.decided
    )


def queue(bulletin) -> None:
    """Before anything else is locked: whose decisions these are."""
    for matter in Matter.objects.filter(pk__in=bulletin.announcements.values("matter")).order_by("pk"):
        cover.queue(matter)


def issued(bulletin, at) -> None:
    """Each room is told which of its decisions were made known."""
    found = bulletin.announcements.filter(recalled_at=None).select_related("matter").order_by("matter", "pk")
    for matter, rows in groupby(found, key=lambda one: one.matter):
        keys = [one.decided for one in rows]
        room_of(matter.kind).announced(matter, keys, bulletin.number, timezone.localdate(at))


def recall(matter, decided, why: str) -> None:
    """In words that may be printed (`bureau.matters.announcing`)."""
    found = Announcement.objects.filter(matter=matter, decided__in=decided, recalled_at=None)
    found.update(recalled_at=timezone.now(), why=why)


def refuse_recalled(bulletin) -> None:
    """Raises Barred where a draft would make known what does not stand."""
    if found := bulletin.announcements.exclude(recalled_at=None).first():
        raise Barred(f"{found.why}，不能再印发。请废弃这份草稿。")


def may_be_corrected() -> Q:
    """`to_be_corrected`, whoever asks: that something was recalled or has changed, and nobody corrects it."""
    return uncorrected() & (Q(Exists(recalled())) | Q(Exists(changed())))


def to_be_corrected(person, issues):
    """Of `issues`, which this person sees, those that nobody corrects yet: whose decisions were recalled (`is_recalled`), to who
    sits at a desk that makes them known; and what they quote has changed since, and nobody has said what that means. To who
    sees the matter."""
    seen = Matter.objects.visible_to(person).values("pk")
    told = recalled().filter(matter__in=seen)
    if not any(person.sits_at(room.kind) for room in rooms() if room.circular is not untold):
        told = told.none()
    issues = issues.filter(uncorrected()).annotate(is_recalled=Exists(told))
    return issues.filter(Q(is_recalled=True) | Exists(changed().filter(matter__in=seen))).order_by("-pk")


def uncorrected() -> Q:
    corrected = Bulletin.objects.filter(corrects=OuterRef("pk")).exclude(state=states.DISCARDED)
    return Q(state=states.ISSUED) & ~Exists(corrected)


def recalled():
    return Announcement.objects.filter(bulletin=OuterRef("pk"), recalled_at__isnull=False)


def changed():
    return UpstreamChange.objects.filter(kind=KIND, key=OuterRef("pk"), verdict="")


def recalled_words(bulletin) -> str:
    """What a correction says of it; empty where everything stands."""
    found = bulletin.announcements.exclude(recalled_at=None).values_list("why", flat=True)
    return "；".join(dict.fromkeys(found))
