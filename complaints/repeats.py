"""Probable repeats: the same cause, about the same unit or in like words, within 90 days (facts §10, 重复投诉率)."""

from datetime import datetime

from django.db.models import Q

from bureau.matters.likeness import shared
from bureau.org.models import Person
from bureau.vault.marks import known_before
from bureau.vault.models import Identity
from bureau.vault.opening import right_of
from bureau.vault.particulars import Particulars
from complaints import states
from complaints.actions.registering import Told
from complaints.models import Complaint
from complaints.systemic import NEAR

CANDIDATES, SHOWN = 200, 5
LIKE = 0.35  # of the pairs of characters of the shorter text


def repeats(person: Person, told: Told, at: datetime) -> list[Complaint]:
    """Up to five that this person sees, the most alike first."""
    same = (
        Q(cause=told.cause)
        if told.respondent is None
        else Q(cause=told.cause) | Q(respondent=told.respondent)
    )
    found = Complaint.objects.visible_to(person).filter(same, received_at__gte=at - NEAR, whole=None)
    rows = found.exclude(state=states.VOID).select_related("cause", "respondent").order_by("-pk")[:CANDIDATES]
    near = [(likeness(told, one), one) for one in rows]
    ranked = sorted((pair for pair in near if pair[0] >= LIKE), key=lambda pair: -pair[0])
    return [one for _likeness, one in ranked[:SHOWN]]


def by_the_same(person: Person, who: Particulars) -> list[Complaint]:
    """Of the same complainant, compared by digests alone; only where this person may open who it was: nobody finds out by
    trying telephone numbers."""
    kept = Identity.objects.filter(matter__in=known_before(who)[:SHOWN]).select_related("matter")
    opened = [one.matter_id for one in kept if right_of(person, one)]
    seen = Complaint.objects.visible_to(person).filter(pk__in=opened, whole=None)
    return list(seen.exclude(state=states.VOID).order_by("-pk"))


def likeness(told: Told, other: Complaint) -> float:
    """Like words; the same cause about the same unit is alike by itself."""
    if told.respondent and other.respondent_id == told.respondent.pk and other.cause_id == told.cause.pk:
        return 1.0
    return shared(told.facts, other.facts)
