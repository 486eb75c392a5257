"""Bulletins through the person. Drafts are the desk's own; an issued 通报 goes wide, a 专报 to its readers alone."""

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q

from bureau.matters.access.rights import Rights
from bureau.matters.access.visibility import NOTHING, Path, or_all, own
from bureau.org.posts import Post
from reports.models.series import WIDE


class BulletinQuerySet(models.QuerySet):
    def visible_to(self, person):
        """What the person sees by their own posts, or through those in whose name they act; administrators nothing."""
        if not person.is_authenticated or person.is_administrator:
            return self.none()
        seen = or_all(*map(through, Rights.of(person).actors))
        people = ("drafted_by", "checked_by", "signed_by", "signer")
        return self.filter(seen).select_related(*people, "source", "rendering", "answers")

    def seen_by_key(self, person, condition: Q):
        """What the person sees of those under this condition, found once for several questions about it: who sees what is a
        long question."""
        seen = self.visible_to(person).filter(condition).order_by()
        return self.filter(pk__in=list(seen.values_list("pk", flat=True)))

    def to_check(self, person):
        """What waits for this person's check; a drafter never checks their own."""
        return self.filter(waiting_for(person, "submitted", at_the_desk))

    def to_sign(self, person):
        """What waits for this person's signature, or that of one in whose name they act; a drafter never signs their
        own."""
        return self.filter(waiting_for(person, "checked", signs))

    def to_do(self, person) -> dict[str, int]:
        """How many wait for this person's check (`to_check`), and for their signature (`to_sign`)."""
        asked = {
            "to_check": waiting_for(person, "submitted", at_the_desk),
            "to_sign": waiting_for(person, "checked", signs),
        }
        if all(one is NOTHING for one in asked.values()):
            return dict.fromkeys(asked, 0)
        found = self.filter(state__in=("submitted", "checked"))
        return found.aggregate(**{name: Count("pk", filter=one) for name, one in asked.items()})


def waiting_for(person, state: str, whose) -> Q:
    asked = [(whose(one), one.hands) for one in Rights.of(person).actors]
    ways = [seen & ~Q(drafted_by__in=hands) for seen, hands in asked if seen is not NOTHING]
    return Q(state=state) & or_all(*ways) if ways else NOTHING


def at_the_desk(person) -> Q:
    """All but what quotes something that they may not see."""
    return ~hidden(person) if person.of_the_bureau else NOTHING


def signs(person) -> Q:
    """Of what is chosen for a county leader only that leader's; any other a bureau leader's; no answer the asker's."""
    by_office = Q(signer=None) & ~hidden(person) if person.holds(Post.DIRECTOR) else NOTHING
    chosen = lent(person, Q(signer=person.pk) if person.holds(Post.LEADER) else NOTHING)
    either = or_all(by_office, chosen)
    return either if either is NOTHING else either & ~Q(answers__leader__in=person.hands)


def through(person) -> Q:
    """What is seen by the posts of this person, or of the one in whose name somebody acts."""
    issued, kept = Q(series__in=WIDE, state="issued"), ~Q(state="discarded")
    desk = kept & at_the_desk(person) if person.of_the_bureau else NOTHING
    return or_all(issued, desk, lent(person, laid_before(person)))


def laid_before(person) -> Q:
    """Delivered to them or to their unit, or given to them to sign."""
    mine = Q(person=person.pk)
    if person.answers_for_unit:
        mine |= Q(unit__in=person.own_units)
    receipts = apps.get_model("reports.Receipt").objects.filter(mine, bulletin=OuterRef("pk"))
    to_sign = Q(signer=person.pk, state__in=("checked", "signed", "issued"))
    return Q(state="issued") & Q(Exists(receipts)) | to_sign


def lent(person, seen: Q) -> Q:
    """Of what is somebody's own nothing that is sealed follows to who acts in their name."""
    return seen & ~hidden(person) if person.lent and seen is not NOTHING else seen


def hidden(person) -> Q:
    """Whether something sealed is quoted, or answered, that this person does not see."""
    quotes = apps.get_model("reports.Quote").objects.filter(matter__secrecy="sealed")
    answered = apps.get_model("matters.Matter").objects.filter(secrecy="sealed")
    # A correction speaks of what the issue that it corrects quotes and answers.
    quoted = quotes.filter(Q(bulletin=OuterRef("pk")) | Q(bulletin=OuterRef("corrects")))
    answered = answered.filter(Q(pk=OuterRef("answers")) | Q(pk=OuterRef("corrects__answers")))
    found = Exists(quoted.filter(~own(person, Path("matter")))) | Exists(
        answered.filter(~own(person, Path("")))
    )
    return ~Q(series__in=WIDE) & found
