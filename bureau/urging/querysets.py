"""Papers through the person."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from bureau.matters.access.rights import Rights
from bureau.matters.access.search import matching
from bureau.matters.access.visibility import NOTHING, Path, or_all, own


class UrgingQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Papers on matters they see; a co-unit sees those to itself alone, the lead those to all."""
        if not person.is_authenticated:
            return self.none()
        rights = Rights.of(person)
        if rights.own.is_administrator:
            return self.none()
        path = Path("matter")
        return self.filter(or_all(*(own(one, path, rights) & not_to_others(one) for one in rights.actors)))

    def standing(self):
        """All but the withdrawn."""
        return self.exclude(state="withdrawn")

    def waiting(self):
        """Those that are still to be answered."""
        return self.filter(WAITING)

    def search(self, words: str):
        """By the paper's own number, or by its matter."""
        return self.filter(matching(words, column="number", lookup="contains") | matching(words, to="matter"))

    def with_all(self):
        """With what a line or a page of them shows."""
        return self.select_related(
            "matter__officer__unit",
            "assignment__unit",
            "duty",
            "owed",
            "issued_by__unit",
            "answered_by__unit",
        )


def not_to_others(person) -> Q:
    """For who works for a co-unit: papers to it. The lead reads them all, as it reads what co-units answer."""
    if not person.works_for_unit:
        return ~NOTHING
    own = apps.get_model("matters.Assignment").objects.filter(
        matter=OuterRef("matter"), unit__in=person.own_units
    )
    return Q(assignment__unit__in=person.own_units) | ~Exists(own) | Exists(own.filter(role="lead"))


# How papers were answered, as conditions: the list asks them, and the unit's record counts by them. One that was
# followed by a sharper paper is answered with that; a withdrawn one asks nothing.
STANDING = ~Q(state="withdrawn")
# Its answer is owed still: what the matter's end has settled stays settled, also when the matter is taken up again.
WAITING = Q(state="issued", owed__isnull=False, owed__done_at__isnull=True)
ENDED = Q(state="issued") & ~WAITING
ANSWERED = Q(state="answered")


def in_time() -> Q:
    return STANDING & Q(in_time=True)


def too_late() -> Q:
    return STANDING & Q(in_time=False)


def unanswered() -> Q:
    """Still to be answered, and past its date."""
    return WAITING & Q(answer_due_at__lt=timezone.now())


def in_its_time() -> Q:
    """Still to be answered, and not late with it."""
    return WAITING & ~Q(answer_due_at__lt=timezone.now())


def asked() -> Q:
    return in_time() | too_late() | unanswered()
