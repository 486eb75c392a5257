"""Papers through the person."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from bureau.matters.models import Phase
from bureau.matters.search import fold, matching
from bureau.matters.visibility import NOTHING, Path, or_all, own, seen_by

OPEN = (Phase.RUNNING, Phase.SUSPENDED)


class UrgingQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Papers on matters they see; a unit with a part in the matter sees those to itself alone."""
        if not person.is_authenticated:
            return self.none()
        mine = own(person, Path("matter")) & not_to_others(person)
        if person.is_administrator:
            mine = NOTHING
        lent = (seen_by(one, to="matter") & not_to_others(one) for one in person.acts_for)
        return self.filter(or_all(mine, *lent))

    def standing(self):
        """All but the withdrawn."""
        return self.exclude(state="withdrawn")

    def waiting(self):
        """Those that are still to be answered."""
        return self.filter(state="issued", matter__phase__in=OPEN)

    def search(self, words: str):
        """By the paper's own number, or by its matter."""
        return self.filter(Q(number__icontains=fold(words)) | matching(words, to="matter"))

    def with_all(self):
        """With what a line or a page of them shows."""
        return self.select_related(
            "matter__officer__unit", "assignment__unit", "duty", "issued_by__unit", "answered_by__unit"
        )


def not_to_others(person) -> Q:
    """For who answers for a unit: papers to it, and all of matters in which it has no part (granted by hand)."""
    if not person.answers_for_unit:
        return ~NOTHING
    parts = apps.get_model("matters.Assignment").objects.filter(
        matter=OuterRef("matter"), unit=person.unit_id
    )
    return Q(assignment__unit=person.unit_id) | ~Exists(parts)


# How papers were answered, as conditions: the list asks them, and the unit's record counts by them. One that was
# followed by a sharper paper is answered with that; a withdrawn one asks nothing.
STANDING = ~Q(state="withdrawn")


def in_time() -> Q:
    return STANDING & Q(in_time=True)


def too_late() -> Q:
    return STANDING & Q(in_time=False)


def unanswered() -> Q:
    """Still to be answered, and past its date."""
    return Q(state="issued", matter__phase__in=OPEN, answer_due_at__lt=timezone.now())


def asked() -> Q:
    return in_time() | too_late() | unanswered()
